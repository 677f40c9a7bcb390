import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';

async function put(page: Page, name: string, content: string): Promise<void> {
  const query = new URLSearchParams({ parentId: 'root', name });
  const answer = await page.request.put(`/api/files?${query}`, { data: content });
  expect(answer.status()).toBe(201);
}

const hits = (page: Page): Locator => page.getByRole('main').locator('[data-hit]');

test('results are narrowed by type and star, and the query line says so', async ({ drive }) => {
  await put(drive, 'Annual report.pdf', 'a');
  await put(drive, 'report notes.txt', 'b');
  await put(drive, 'report cover.png', 'c');
  await drive.goto('/search?q=report');
  await expect(hits(drive)).toHaveCount(3);

  const filters = drive.getByRole('navigation', { name: 'Narrow the results' });
  await filters.getByRole('link', { name: 'PDF' }).click();
  await expect(drive).toHaveURL(/q=report\+type%3Apdf/);
  await expect(hits(drive)).toHaveText(['Annual report.pdf']);
  // The counts of the others stay, so that one can go on from here.
  await expect(filters.getByRole('link', { name: 'Pictures' })).toContainText('1');
  await filters.getByRole('link', { name: 'PDF' }).click();
  await expect(hits(drive)).toHaveCount(3);

  await filters.getByRole('link', { name: 'Starred' }).click();
  await expect(hits(drive)).toHaveCount(0);
});

test('a file is found by a word inside it, with the place shown', async ({ drive }) => {
  await put(drive, 'minutes.txt', 'The committee approved 季度预算 and adjourned.');
  // The page is told when the text is indexed, and asks again by itself.
  await drive.goto('/search?q=季度预算');
  await expect(drive.getByRole('main').locator('mark')).toHaveText(['季度预算'], { timeout: 20_000 });
  await expect(drive.getByRole('main')).toContainText('The committee approved 季度预算 and adjourned.');
  await expect(drive.getByRole('main')).toContainText('in the text');
});
