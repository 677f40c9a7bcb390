import { alsoAnswer, makeFolder, putFile } from './drive-steps';
import { expect, test } from './fixtures';
import { describeLook, findings, LOOKS, wear } from './looks';
import { enter, shareReports, WORDS } from './shared-reports';

for (const look of LOOKS) {
  test(`a visitor with an account searches a share and saves it to their drive (${describeLook(look)})`, async ({
    drive,
    other,
    netdisk,
  }) => {
    const share = await shareReports(drive);
    await wear(other, look, netdisk.url);
    await enter(other, share, look);
    const words = WORDS[look.locale];
    expect(await findings(other)).toEqual([]);

    const box = other.getByRole('textbox', { name: words.search });
    await box.fill('niandu');
    const hit = other.getByRole('listitem').filter({ hasText: '年度预算.txt' });
    await expect(hit.locator('mark')).toHaveText('年度');
    await expect(hit).toContainText('Reports / 2026');
    await expect(other).toHaveURL(/\?q=niandu/);
    expect(await findings(other)).toEqual([]);
    await box.fill('not shared');
    await expect(other.getByRole('listitem')).toHaveCount(0);
    await other.getByRole('button', { name: words.clear }).click();
    await expect(other.getByText('Reports')).toBeVisible();

    await other.getByRole('button', { name: words.saveAll }).click();
    const dialog = other.getByRole('dialog', { name: words.saveTitle });
    expect(await findings(other)).toEqual([]);
    await dialog.getByRole('button', { name: words.saveHere }).click();
    await expect(dialog).toHaveCount(0);
    await other.getByRole('button', { name: words.openFolder }).click();
    await expect(other).toHaveURL(/\/files$/);
    await expect(other.getByText('Reports')).toBeVisible();
    const found = await (await other.request.get('/api/search?q=年度预算')).json();
    expect(found.total).toBe(1);
  });
}

test('shared files are shown as lines or tiles, as the visitor likes them', async ({ drive, visitor }) => {
  const share = await shareReports(drive);
  await enter(visitor, share);
  await visitor.getByRole('button', { name: 'Show as grid' }).click();
  expect(await findings(visitor)).toEqual([]);
  await visitor.getByRole('link', { name: 'Reports', exact: true }).click();
  await visitor.getByRole('link', { name: 'cover.txt', exact: true }).click();
  await expect(visitor.getByRole('dialog', { name: 'cover.txt' })).toContainText('a cover');
  await visitor.keyboard.press('Escape');
  await visitor.getByRole('checkbox', { name: 'Select cover.txt' }).click();
  await expect(visitor.getByText('1 item selected')).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByRole('button', { name: 'Show as list' })).toBeVisible();
});

test('a visitor reports a share, and an administrator ends it', async ({ drive, visitor, administrator }) => {
  const share = await shareReports(drive);
  await enter(visitor, share);
  await visitor.getByRole('button', { name: 'Report this share' }).click();
  const dialog = visitor.getByRole('dialog', { name: 'Report this share' });
  await dialog.getByLabel('Details').fill('This is malware.');
  expect(await findings(visitor)).toEqual([]);
  await dialog.getByRole('button', { name: 'Send report' }).click();
  await expect(visitor.getByText('The administrators were told.')).toBeVisible();

  await drive.goto('/settings');
  await expect(drive.getByRole('heading', { name: 'API tokens' })).toBeVisible();
  await expect(drive.getByRole('heading', { name: 'Reported shares' })).toHaveCount(0);
  await administrator.goto('/settings');
  const line = administrator.getByRole('listitem').filter({ hasText: 'This is malware.' });
  await expect(line).toContainText('Ada Lovelace');
  expect(await findings(administrator)).toEqual([]);
  await line.getByRole('button', { name: 'Cancel share' }).click();
  await administrator.getByRole('button', { name: 'Cancel share', exact: true }).last().click();
  await expect(line).toHaveCount(0);
  await visitor.reload();
  await expect(visitor.getByRole('heading', { name: 'This share was cancelled' })).toBeVisible();
});

test('a folder is opened from the results, and the search is left', async ({ drive, visitor }) => {
  await enter(visitor, await shareReports(drive));
  const box = visitor.getByRole('textbox', { name: 'Search in this share' });
  await box.fill('2026');
  await visitor.getByRole('link', { name: '2026', exact: true }).click();
  await expect(visitor.getByText('年度预算.txt')).toBeVisible();
  await expect(box).toHaveValue('');
});

test('a visitor searches by the days of their own clock, and hears of each search', async ({
  drive,
  visitor,
}) => {
  await enter(visitor, await shareReports(drive));
  const box = visitor.getByRole('textbox', { name: 'Search in this share' });
  const said = () => visitor.locator('p[aria-live=polite]').textContent();
  const asked = visitor.waitForRequest(/\/search\?/);
  await box.fill('cover');
  const zone = await visitor.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  expect(new URL((await asked).url()).searchParams.get('timeZone')).toBe(zone);
  // The same words twice are heard twice only with a blank more.
  await expect.poll(said).toBe('1 result');
  await box.fill('预算');
  await expect.poll(said).toBe('1 result\u00a0');
  await box.fill('cover');
  await expect.poll(said).toBe('1 result');
});

test('a visitor is told when only names are searched, unless texts never are', async ({ drive, visitor }) => {
  const share = await shareReports(drive);
  await alsoAnswer(visitor, /\/api\/s\/[^/]+\/search\?/, { degraded: true });
  await enter(visitor, share);
  const box = visitor.getByRole('textbox', { name: 'Search in this share' });
  const note = visitor.getByText('only names are searched, not the text in files');
  await box.fill('cover');
  await expect(note).toBeVisible();
  await box.fill('nothing of the kind');
  await expect(visitor.getByRole('heading', { name: /Nothing here matches/ })).toBeVisible();
  await expect(note).toBeVisible();
  expect(await findings(visitor)).toEqual([]);

  await drive.request.patch(`/api/shares/${share.shareBatchNum}`, { data: { allowDownload: false } });
  await visitor.reload();
  await expect(visitor.getByRole('heading', { name: /Nothing here matches/ })).toBeVisible();
  await expect(note).toHaveCount(0);
});

test('more results are shown on demand, each of them once', async ({ drive, visitor }) => {
  const plans = await makeFolder(drive, 'Plans');
  const names = Array.from({ length: 55 }, (_, number) => `plan ${number + 1}`);
  for (const name of names) await makeFolder(drive, name, plans);
  const created = await drive.request.post('/api/shares', { data: { entryIds: [plans], ttlSeconds: 3_600 } });
  const { shareBatchNum } = await created.json();
  await visitor.goto(`/s/${shareBatchNum}?q=plan in:${plans}`);
  const hits = visitor
    .getByRole('listitem')
    .filter({ has: visitor.getByRole('link', { name: /^plan \d+$/ }) });
  await expect(hits).toHaveCount(50);
  // Newer than all that is shown: it must push none of it to the next page.
  await makeFolder(drive, 'plan 56', plans);
  await visitor.getByRole('button', { name: 'Show more' }).click();
  await expect(hits).toHaveCount(55);
  const shown = await visitor.getByRole('link', { name: /^plan \d+$/ }).allTextContents();
  expect(shown.toSorted()).toEqual(names.toSorted());
  await expect(visitor.getByRole('button', { name: 'Show more' })).toHaveCount(0);
});

test('an address that asks for a preview shows it, also of a file that is not on the first page', async ({
  drive,
  visitor,
}) => {
  const plans = await makeFolder(drive, 'Plans');
  const oldest = await putFile(drive, 'plan 0.txt', 'the oldest plan', plans);
  for (let number = 1; number <= 50; number += 1) await makeFolder(drive, `plan ${number}`, plans);
  const created = await drive.request.post('/api/shares', { data: { entryIds: [plans], ttlSeconds: 3_600 } });
  const { shareBatchNum } = await created.json();
  const results = `/s/${shareBatchNum}?q=plan in:${plans}`;
  await visitor.goto(`${results}&preview=${oldest}`);
  await expect(visitor.getByRole('dialog', { name: 'plan 0.txt' })).toContainText('the oldest plan');
  await visitor.goto(`${results}&preview=${plans}`);
  await expect(visitor).not.toHaveURL(/preview/);
  await expect(visitor.getByRole('link', { name: 'plan 0.txt', exact: true })).toBeVisible();
});

test('who has not signed in is led to the sign-in and back, and sees nothing to save where it may only be viewed', async ({
  drive,
  visitor,
  account,
}) => {
  const share = await shareReports(drive);
  await enter(visitor, share);
  await visitor.getByRole('link', { name: 'Sign in to save' }).click();
  await visitor.getByLabel('E-mail').fill(account.email);
  await visitor.getByLabel('Password', { exact: true }).fill(account.password);
  await visitor.getByRole('button', { name: 'Sign in' }).click();
  await expect(visitor).toHaveURL(new RegExp(share.shareBatchNum));
  await expect(visitor.getByRole('button', { name: 'Save all to my drive' })).toBeVisible();

  await drive.request.patch(`/api/shares/${share.shareBatchNum}`, { data: { allowDownload: false } });
  await visitor.reload();
  await expect(visitor.getByText('Reports')).toBeVisible();
  await expect(visitor.getByRole('button', { name: /Save/ })).toHaveCount(0);
});
