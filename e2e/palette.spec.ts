import type { Locator, Page } from '@playwright/test';
import { makeFolder, putFile } from './drive-steps';
import { expect, test } from './fixtures';
import { describeLook, findings, LOOKS, wear } from './looks';

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Command palette' });

test('the palette finds files and runs actions by keyboard alone, and gives the focus back', async ({
  drive,
}) => {
  await drive.request.post('/api/entries', { data: { kind: 'folder', name: 'Reports', parentId: 'root' } });
  await drive.goto('/settings');
  const field = drive.getByRole('main').getByRole('textbox').first();
  await field.focus();

  await drive.keyboard.press('Control+k');
  const input = palette(drive).getByRole('combobox');
  await expect(input).toBeFocused();
  await drive.keyboard.press('Escape');
  await expect(palette(drive)).toBeHidden();
  await expect(field).toBeFocused();

  await drive.keyboard.press('Control+k');
  await input.fill('reports');
  await expect(palette(drive).getByRole('option', { name: /Reports.*In My files/ })).toBeVisible();
  await drive.keyboard.press('Enter');
  await expect(drive).toHaveURL(/\/files\/[\w-]+$/);

  // By its name in the other language, too; it is made in the folder that is open.
  await drive.keyboard.press('Control+k');
  await input.fill('新建文件夹');
  await expect(palette(drive).getByRole('option')).toHaveCount(2);
  await drive.keyboard.press('Enter');
  await expect(palette(drive)).toBeHidden();
  const dialog = drive.getByRole('dialog', { name: 'New folder' });
  await dialog.getByRole('textbox').fill('Drafts');
  await drive.keyboard.press('Enter');
  await expect(drive.getByRole('row', { name: /Drafts/ })).toBeVisible();
  await expect(drive.getByRole('navigation', { name: 'Path' })).toContainText('Reports');

  await drive.keyboard.press('Control+k');
  await input.fill('dark');
  await drive.keyboard.press('Enter');
  await expect(drive.locator('html')).toHaveClass(/dark/);
});

test('a file chosen in the palette is previewed where it stands, and Back leads to where one was', async ({
  drive,
}) => {
  const folder = await makeFolder(drive, 'Deep');
  await putFile(drive, 'needle.txt', 'found it', folder);
  await drive.goto('/settings');
  await drive.keyboard.press('Control+k');
  await palette(drive).getByRole('combobox').fill('needle');
  await expect(palette(drive).getByRole('option', { name: /needle.*Deep/ })).toBeVisible();
  await drive.keyboard.press('Enter');
  const preview = drive.getByRole('dialog', { name: 'needle.txt' });
  await expect(preview).toContainText('found it');
  await expect(drive.locator('[aria-selected=true]')).toHaveCount(1);
  await drive.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  await expect(drive.getByRole('navigation', { name: 'Path' })).toContainText('Deep');
  const row = drive.getByRole('row', { name: 'needle.txt', selected: true });
  await expect(row).toBeFocused();
  await drive.goBack();
  await expect(drive).toHaveURL(/\/settings$/);
});

test('what is chosen in the palette uploads, changes the language and searches', async ({ drive }) => {
  await drive.goto('/shares');
  await drive.keyboard.press('Control+k');
  const input = palette(drive).getByRole('combobox');
  await input.fill('upl');
  const chooser = drive.waitForEvent('filechooser');
  await drive.keyboard.press('Enter');
  await (await chooser).setFiles({
    name: 'from the palette.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('x'),
  });
  await expect(drive.getByRole('heading', { name: '1 upload finished' })).toBeVisible();

  await drive.keyboard.press('Control+k');
  await input.fill('palette');
  await palette(drive).getByRole('option', { name: 'Search everything for palette' }).click();
  await expect(drive).toHaveURL(/\/search\?q=palette$/);
  await drive.keyboard.press('Control+k');
  await expect(palette(drive).getByRole('option', { name: 'palette', exact: true })).toBeVisible();
  await input.fill('chinese');
  await drive.keyboard.press('Enter');
  await expect(drive.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('the palette is not loaded before it is asked for', async ({ drive }) => {
  const scripts: string[] = [];
  drive.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.url());
  });
  await drive.goto('/shares');
  await drive.waitForLoadState('networkidle');
  const before = scripts.length;
  await drive.keyboard.press('Control+k');
  await expect(palette(drive)).toBeVisible();
  expect(scripts.length).toBeGreaterThan(before);
});

for (const look of LOOKS) {
  test(`the palette has no axe finding (${describeLook(look)})`, async ({ drive, netdisk }) => {
    await drive.request.post('/api/entries', {
      data: { kind: 'folder', name: '上传 upload', parentId: 'root' },
    });
    await wear(drive, look, netdisk.url);
    await drive.goto('/files');
    await drive.waitForLoadState('networkidle');
    await drive.keyboard.press('Control+k');
    const dialog = drive.getByRole('dialog');
    await expect(dialog.getByRole('option').first()).toBeVisible();
    expect(await findings(drive)).toEqual([]);
    await dialog.getByRole('combobox').fill('upload');
    await expect(dialog.getByRole('option')).toHaveCount(3);
    expect(await findings(drive)).toEqual([]);
  });
}
