import type { Page } from '@playwright/test';
import { folderName, holdBack, makeFolder, makeFolders, putFile } from './drive-steps';
import { expect, test } from './fixtures';
import { describeLook, LOOKS, wear } from './looks';
import { box } from './search-places';

/** From the box to the page of results. */
async function searchFor(page: Page, words: string): Promise<void> {
  await box(page).fill(words);
  await box(page).press('Enter');
  await expect(page).toHaveURL(/\/search\?q=/);
}

async function upload(page: Page, name: string, content = 'content'): Promise<void> {
  await page.goto('/files');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Upload', exact: true }).first().click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
  await expect(page.getByRole('row', { name })).toBeVisible();
}

test('a person registers, uploads, finds it marked, renames, deletes and restores', async ({ page }) => {
  await page.goto('/register');
  await page.getByLabel('Name').fill('Mei Lin');
  await page.getByLabel('E-mail address').fill(`mei-${Date.now()}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).toHaveURL(/\/files/);

  await upload(page, '年度报告2026.pdf');
  await searchFor(page, '报告');
  await expect(page.getByRole('main').locator('mark')).toHaveText(['报告']);

  await page.goto('/files');
  await page.getByRole('row', { name: '年度报告2026.pdf' }).click();
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('final-figures.pdf');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('row', { name: 'final-figures.pdf' })).toBeVisible();

  await searchFor(page, '报告');
  await expect(page.getByRole('main').locator('mark')).toHaveCount(0);
  await searchFor(page, 'figures');
  await expect(page.getByRole('main').locator('mark')).toHaveText(['figures']);

  await page.goto('/files');
  await page.getByRole('row', { name: 'final-figures.pdf' }).click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('row', { name: 'final-figures.pdf' })).toHaveCount(0);
  await searchFor(page, 'figures');
  await expect(page.getByRole('main').locator('mark')).toHaveCount(0);

  await page.goto('/recycle-bin');
  await page.getByRole('row', { name: 'final-figures.pdf' }).click();
  await page.getByRole('button', { name: 'Restore' }).first().click();
  await expect(page.getByRole('row', { name: 'final-figures.pdf' })).toHaveCount(0);
  await searchFor(page, 'figures');
  await expect(page.getByRole('main').locator('mark')).toHaveText(['figures']);
});

test('a name that is markup is shown as text and marked, and runs nothing', async ({ drive }) => {
  const dialogs: string[] = [];
  drive.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  const name = '<img src=x onerror=alert(1)>.txt';
  await upload(drive, name);
  await searchFor(drive, 'onerror');
  await expect(drive.getByRole('main').locator('mark')).toHaveText(['onerror']);
  await expect(drive.getByRole('main')).toContainText(name);
  expect(await drive.locator('img[src="x"]').count()).toBe(0);
  expect(dialogs).toEqual([]);
});

test('a change in one tab appears in the other without a reload', async ({ drive, context }) => {
  const other = await context.newPage();
  await other.goto('/files');
  await expect(other.getByText('Your drive is ready')).toBeVisible();
  await upload(drive, 'seen-elsewhere.txt');
  await expect(other.getByRole('row', { name: 'seen-elsewhere.txt' })).toBeVisible();
});

test('what changes while a page begins to listen appears on it', async ({ drive }) => {
  // The server itself listens once a first page does, and then has that page ask for everything.
  await putFile(drive, 'heard.txt', 'a page listens');
  await expect(drive.getByRole('row', { name: 'heard.txt' })).toBeVisible();
  const listen = await holdBack(drive, '**/api/events');
  await drive.goto('/files');
  await expect(drive.getByRole('row', { name: 'heard.txt' })).toBeVisible();
  await putFile(drive, 'unheard.txt', 'before anyone listened');
  listen();
  await expect(drive.getByRole('row', { name: 'unheard.txt' })).toBeVisible();
});

for (const look of LOOKS) {
  test(`what is asked for far down a folder is in sight (${describeLook(look)})`, async ({
    drive,
    netdisk,
  }) => {
    await wear(drive, look, netdisk.url);
    const folderId = await makeFolder(drive, 'long');
    // More than one page of the list: folders, then the file.
    const folders = await makeFolders(drive, 230, folderId);
    const fileId = await putFile(drive, 'last.txt', 'the end', folderId);
    const focused = drive.locator(':focus');
    for (const layout of ['list', 'tiles']) {
      await drive.goto(`/files/${folderId}?show=${folders[215]}`);
      await expect(focused).toContainText(folderName(215));
      await expect(focused).toBeInViewport({ ratio: 1 });
      await drive.goto(`/files/${folderId}?show=${fileId}&preview=${fileId}`);
      await expect(drive.getByRole('dialog', { name: 'last.txt' })).toContainText('the end');
      await drive.keyboard.press('Escape');
      await expect(drive.getByRole('dialog')).toHaveCount(0);
      await expect(focused).toContainText('last.txt');
      await expect(focused).toBeInViewport({ ratio: 1 });
      if (layout === 'list') await drive.keyboard.press('Shift+V');
    }
  });
}

test('arrow keys keep the whole of their row in sight', async ({ drive }) => {
  const folderId = await makeFolder(drive, 'long');
  await makeFolders(drive, 40, folderId);
  await drive.goto(`/files/${folderId}`);
  await drive.getByRole('row', { name: folderName(0) }).click();
  const focused = drive.locator(':focus');
  for (let step = 1; step < 40; step++) {
    await drive.keyboard.press('ArrowDown');
    await expect(focused).toContainText(folderName(step));
    await expect(focused).toBeInViewport({ ratio: 1 });
  }
});
