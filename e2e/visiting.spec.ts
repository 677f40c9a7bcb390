import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { describeLook, findings, LOOKS, type Look, wear } from './looks';

/** What the page says, in both languages. */
const WORDS = {
  en: {
    code: 'Extraction code',
    open: 'Open',
    search: 'Search in this share',
    clear: 'Clear search',
    saveAll: 'Save all to my drive',
    saveTitle: 'Save to my drive',
    saveHere: 'Save here',
    openFolder: 'Open folder',
  },
  'zh-CN': {
    code: '提取码',
    open: '提取文件',
    search: '在此分享中搜索',
    clear: '清除搜索',
    saveAll: '保存全部到我的网盘',
    saveTitle: '保存到我的网盘',
    saveHere: '保存到此处',
    openFolder: '打开文件夹',
  },
} as const;

interface Shared {
  shareBatchNum: string;
  extractionCode: string;
}

/** Reports / 2026 / 年度预算.txt and Reports / cover.txt, shared with a code. */
async function shareReports(owner: Page, more: Record<string, unknown> = {}): Promise<Shared> {
  const folder = async (name: string, parentId: string) =>
    (await (await owner.request.post('/api/entries', { data: { kind: 'folder', name, parentId } })).json())
      .id;
  const put = async (name: string, parentId: string, data: string) => {
    const query = new URLSearchParams({ parentId, name });
    expect((await owner.request.put(`/api/files?${query}`, { data })).status()).toBe(201);
  };
  const reports = await folder('Reports', 'root');
  const year = await folder('2026', reports);
  await put('年度预算.txt', year, 'the budget of the year');
  await put('cover.txt', reports, 'a cover');
  await put('not shared.txt', 'root', 'of nobody else');
  const created = await owner.request.post('/api/shares', {
    data: { entryIds: [reports], ttlSeconds: 3_600, extractionCode: true, ...more },
  });
  return created.json();
}

async function enter(
  page: Page,
  { shareBatchNum, extractionCode }: Shared,
  look: Look = LOOKS[0],
): Promise<void> {
  const words = WORDS[look.locale];
  await page.goto(`/s/${shareBatchNum}`);
  await page.getByLabel(words.code).fill(extractionCode);
  await page.getByRole('button', { name: words.open }).click();
  await expect(page.getByText('Reports')).toBeVisible();
}

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

test('a folder is opened from the results, and the search is left', async ({ drive, visitor }) => {
  await enter(visitor, await shareReports(drive));
  const box = visitor.getByRole('textbox', { name: 'Search in this share' });
  await box.fill('2026');
  await visitor.getByRole('link', { name: '2026', exact: true }).click();
  await expect(visitor.getByText('年度预算.txt')).toBeVisible();
  await expect(box).toHaveValue('');
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
