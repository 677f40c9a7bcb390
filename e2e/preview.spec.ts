import { putFile } from './drive-steps';
import { expect, test } from './fixtures';
import { describeLook, findings, LOOKS, wear } from './looks';
import { noise, pdf, png, wav } from './sample-files';

test('files are opened by key, gone through by arrow keys, and closed to where one was', async ({
  drive,
}) => {
  await putFile(drive, 'a.png', png(40, 30));
  await putFile(drive, 'b.txt', 'hello from b');
  await putFile(drive, 'c.zip', 'PK');
  await drive.reload();
  await drive.getByRole('row', { name: 'a.png' }).click();
  await drive.keyboard.press('Enter');
  await expect(
    drive.getByRole('dialog', { name: 'a.png' }).getByRole('img', { name: 'a.png' }),
  ).toBeVisible();
  await drive.keyboard.press('ArrowRight');
  await expect(drive.getByRole('dialog', { name: 'b.txt' })).toContainText('hello from b');
  await drive.keyboard.press('ArrowRight');
  const last = drive.getByRole('dialog', { name: 'c.zip' });
  await expect(last).toContainText('There is no preview for this kind of file.');
  await expect(last.getByRole('button', { name: 'Next file' })).toBeDisabled();
  await drive.keyboard.press('ArrowLeft');
  await drive.reload();
  await expect(drive.getByRole('dialog', { name: 'b.txt' })).toContainText('hello from b');
  await drive.keyboard.press('Escape');
  await expect(drive.getByRole('dialog')).toHaveCount(0);
  await expect(drive).toHaveURL(/\/files$/);
  await expect(drive.getByRole('row', { name: 'a.png' })).toBeVisible();
});

test('the preview is a step of the history, and focus returns to the row', async ({ drive }) => {
  await putFile(drive, 'only.txt', 'the text');
  await drive.reload();
  await drive.getByRole('row', { name: 'only.txt' }).dblclick();
  await expect(drive.getByRole('dialog', { name: 'only.txt' })).toContainText('the text');
  await drive.goBack();
  await expect(drive.getByRole('dialog')).toHaveCount(0);
  await expect(drive.getByRole('row', { name: 'only.txt' })).toBeFocused();
});

test('nothing in a file runs: not in Markdown, not in HTML, not in a drawing', async ({ drive }) => {
  const script = '<script>window.hasRun = true</script>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">${script}</svg>`;
  const markdown = await putFile(drive, 'notes.md', `# Heading\n\n${script}\n\n[bad](javascript:alert(1))`);
  const page = await putFile(drive, 'page.html', `<h1>Hi</h1>${script}`);
  const drawing = await putFile(drive, 'drawing.svg', svg);
  await drive.goto(`/files?preview=${markdown}`);
  await expect(drive.getByRole('heading', { name: 'Heading' })).toBeVisible();
  await expect(drive.getByRole('link', { name: 'bad' })).toHaveCount(0);
  await drive.goto(`/files?preview=${page}`);
  await expect(drive.getByRole('dialog')).toContainText(`<h1>Hi</h1>${script}`);
  await drive.goto(`/files?preview=${drawing}`);
  await expect(drive.getByRole('img', { name: 'drawing.svg' })).toBeVisible();
  expect(await drive.evaluate(() => 'hasRun' in window)).toBe(false);
});

test('a PDF is drawn page by page, with its letters', async ({ drive }) => {
  const id = await putFile(drive, 'report.pdf', pdf(['First page', 'Second page', 'Third page']));
  await drive.goto(`/files?preview=${id}`);
  const dialog = drive.getByRole('dialog', { name: 'report.pdf' });
  await expect(dialog.getByText('First page')).toBeAttached();
  await dialog.getByRole('group', { name: 'Page 3 of 3' }).scrollIntoViewIfNeeded();
  await expect(dialog.getByText('Third page')).toBeAttached();
});

test('sound can be played from any place in it', async ({ drive }) => {
  const id = await putFile(drive, 'sound.wav', wav(60));
  await drive.goto(`/files?preview=${id}`);
  const player = drive.locator('audio');
  await expect
    .poll(() => player.evaluate((audio: HTMLAudioElement) => audio.seekable.length && audio.seekable.end(0)))
    .toBeCloseTo(60, 0);
  await player.evaluate((audio: HTMLAudioElement) => {
    audio.currentTime = 45;
  });
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.seeking)).toBe(false);
  expect(await player.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeCloseTo(45, 0);
});

test('a hit of a search opens its preview', async ({ drive }) => {
  await putFile(drive, 'zebra.txt', 'stripes');
  await drive.goto('/search?q=zebra');
  await drive.getByRole('link', { name: 'zebra.txt' }).click();
  await expect(drive.getByRole('dialog', { name: 'zebra.txt' })).toContainText('stripes');
  await drive.keyboard.press('Escape');
  await expect(drive.getByRole('link', { name: 'zebra.txt' })).toBeFocused();
});

test('visitors of a share for viewing only read its files, save none, and see its end', async ({
  drive,
  browser,
  netdisk,
}) => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>';
  const entryIds = [
    await putFile(drive, 'a-data.json', '{"a":1}'),
    await putFile(drive, 'b-drawing.svg', svg),
    await putFile(drive, 'c-archive.zip', 'PK'),
  ];
  const created = await drive.request.post('/api/shares', { data: { entryIds, allowDownload: false } });
  const { shareBatchNum } = await created.json();
  const visitor = await browser.newPage({ baseURL: netdisk.url });
  await visitor.goto(`/s/${shareBatchNum}`);
  await visitor.getByRole('link', { name: 'a-data.json' }).click();
  const dialog = visitor.getByRole('dialog');
  await expect(dialog).toContainText('{"a":1}');
  await expect(dialog.getByRole('link', { name: 'Download' })).toHaveCount(0);
  await visitor.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('img', { name: 'b-drawing.svg' })).toBeVisible();
  await drive.request.delete(`/api/shares/${shareBatchNum}`);
  await visitor.keyboard.press('ArrowLeft');
  await expect(visitor.getByRole('heading', { name: 'This share was cancelled' })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await visitor.close();
});

for (const look of LOOKS) {
  test(`no preview has an axe finding (${describeLook(look)})`, async ({ drive, netdisk }) => {
    await wear(drive, look, netdisk.url);
    const files: [name: string, data: Buffer | string][] = [
      ['picture.png', png(3_000, 200)],
      ['notes.md', '# 标题\n\n- [x] done\n\n[link](https://example.org)\n\n| a |\n| - |\n| 1 |'],
      ['long.txt', `${'a line of text\n'.repeat(80_000)}`],
      ['report.pdf', pdf(['A page'])],
      ['sound.wav', wav(1)],
      ['archive.zip', 'PK'],
      ['broken.png', 'no picture'],
    ];
    for (const [name, data] of files) {
      await drive.goto(`/files?preview=${await putFile(drive, name, data)}`);
      const dialog = drive.getByRole('dialog', { name });
      await expect(dialog.locator('section[aria-busy="false"]')).toBeVisible();
      expect(await findings(drive)).toEqual([]);
    }
  });
}

for (const look of LOOKS) {
  test(`large pictures are small ones in tiles, hits and shares, ${describeLook(look)}`, async ({
    drive,
    visitor,
    netdisk,
  }) => {
    await wear(drive, look, netdisk.url);
    const id = await putFile(drive, 'landscape.png', noise(900, 600));
    await putFile(drive, 'portrait.png', noise(600, 800));
    await putFile(drive, 'broken.jpg', 'no picture');
    const thumbnail = `/api/entries/${id}/content?as=thumbnail`;
    // Other specs upload pictures meanwhile, and one is made after the other.
    await expect
      .poll(async () => (await drive.request.get(thumbnail)).status(), { timeout: 45_000 })
      .toBe(200);
    const shown = drive.locator('img[src*="as=thumbnail"]').first();
    await drive.goto('/files');
    await drive.getByRole('row', { name: 'landscape.png' }).press('Shift+V');
    await expect(shown).toHaveJSProperty('naturalWidth', 384);
    expect(await findings(drive)).toEqual([]);
    await drive.goto('/search?q=landscape');
    await expect(shown).toHaveJSProperty('naturalWidth', 384);
    const created = await drive.request.post('/api/shares', {
      data: { entryIds: [id], allowDownload: false },
    });
    const { shareBatchNum } = await created.json();
    const shared = `/api/s/${shareBatchNum}/entries/${id}/content?as=thumbnail`;
    expect((await visitor.request.get(shared)).headers()).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, no-store, no-transform',
    });
  });
}

test('a picture that was just uploaded gets its thumbnail without a reload', async ({ drive }) => {
  await drive.goto('/files');
  await putFile(drive, 'first.txt', 'a row to press keys on');
  await drive.getByRole('row', { name: 'first.txt' }).press('Shift+V');
  await putFile(drive, 'photo.png', noise(900, 600));
  const tile = drive.getByRole('gridcell', { name: 'photo.png' });
  await expect(tile.locator('img')).toHaveJSProperty('naturalWidth', 384, { timeout: 45_000 });
});
