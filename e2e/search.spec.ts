import type { Locator, Page } from '@playwright/test';
import { alsoAnswer, makeFolder, putFile } from './drive-steps';
import { expect, test } from './fixtures';
import { findings } from './looks';
import { box, hits } from './search-places';

const SEARCHES = /\/api\/search\?/;
const typeChips = (page: Page): Locator =>
  page.getByRole('navigation', { name: 'Narrow the results' }).locator('[aria-current=true]');

test('results are narrowed by type and star, and the query line says so', async ({ drive }) => {
  await putFile(drive, 'Annual report.pdf', 'a');
  await putFile(drive, 'report notes.txt', 'b');
  await putFile(drive, 'report cover.png', 'c');
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

test('several types of a line are each on, and go one by one', async ({ drive }) => {
  await putFile(drive, 'Annual report.pdf', 'a');
  await putFile(drive, 'report notes.txt', 'b');
  await putFile(drive, 'report cover.png', 'c');
  await drive.goto('/search?q=report type:pdf,image');
  await expect(hits(drive)).toHaveCount(2);
  await expect(typeChips(drive)).toHaveText(['PDF1', 'Pictures1']);
  await typeChips(drive).first().click();
  await expect(box(drive)).toHaveValue('report type:image');
  await expect(hits(drive)).toHaveText(['report cover.png']);
  await typeChips(drive).click();
  await expect(hits(drive)).toHaveCount(3);
});

test('a hit says every reason but its plain name', async ({ drive, netdisk }) => {
  await putFile(drive, '年度报告 summary.txt', 'a');
  await drive.goto('/search?q=niandu summary');
  const line = drive.locator('[data-line]');
  await expect(line).toContainText('by pinyin');
  await box(drive).fill('niandu sumary');
  await expect(line).toContainText('by pinyin, similar spelling');
  await drive.context().addCookies([{ name: 'NEXT_LOCALE', value: 'zh-CN', url: netdisk.url }]);
  await drive.goto('/search?q=niandu sumary');
  await expect(line).toContainText('拼音匹配、相近拼写');
});

test('a file is found by a word inside it, with the place shown', async ({ drive }) => {
  await putFile(drive, 'minutes.txt', 'The committee approved 季度预算 and adjourned.');
  // The page is told when the text is indexed, and asks again by itself.
  await drive.goto('/search?q=季度预算');
  await expect(drive.getByRole('main').locator('mark')).toHaveText(['季度预算']);
  await expect(drive.getByRole('main')).toContainText('The committee approved 季度预算 and adjourned.');
  await expect(drive.getByRole('main')).toContainText('in the text');
  await drive.goto('/files');
  await box(drive).fill('预算');
  await expect(drive.getByRole('option', { name: 'minutes.txt' })).toContainText('in the text');
});

test('of a long name so much is left out that what matched is seen, on a desk and on a phone', async ({
  drive,
}) => {
  const name = `${'关于上海公司二〇二六年第一季度产品需求'.repeat(3)}最终报告 final.txt`;
  await putFile(drive, name, 'a');
  await drive.goto('/search?q=最终报告');
  for (const size of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    await drive.setViewportSize(size);
    await expect(drive.getByRole('main').locator('mark')).toBeInViewport({ ratio: 1 });
    const title = drive.getByRole('heading', { level: 1 });
    expect(await title.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true);
  }
  await expect(drive.getByRole('main').getByRole('link', { name })).toBeVisible();
});

test('where only names are searched, the page says so and claims nothing more', async ({ drive }) => {
  await putFile(drive, 'report.txt', 'a');
  const main = drive.getByRole('main');
  await alsoAnswer(drive, SEARCHES, { degraded: true });
  await drive.goto('/search?q=report');
  await expect(main).toContainText('only names are searched, not the text in files');
  await alsoAnswer(drive, SEARCHES, { pending: 2_001 });
  await drive.reload();
  await expect(main).toContainText('2,000+ recent changes are still being indexed.');
  await expect(main).toContainText('only names are searched, not the text in files');
  await expect(main).not.toContainText('already include');
});

test('a mistyped word is answered with the nearest name, and a star is one key away', async ({ drive }) => {
  await putFile(drive, 'cats and dogs.txt', 'a');
  await drive.goto('/search?q=cats');
  await expect(drive.getByRole('main')).not.toContainText('still being indexed');
  await box(drive).fill('cuts type:document');
  const suggestion = drive.getByRole('main').getByRole('link', { name: 'cats type:document' });
  await expect(suggestion).toBeVisible();
  expect(await findings(drive)).toEqual([]);
  await suggestion.click();
  await expect(hits(drive)).toHaveText(['cats and dogs.txt']);
  await expect(box(drive)).toHaveValue('cats type:document');

  const star = drive.getByRole('button', { name: 'Star “cats and dogs.txt”' });
  await star.click();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await drive.goto('/search?q=is:starred');
  await expect(hits(drive)).toHaveText(['cats and dogs.txt']);
});

test('the filter panel narrows by time, size, folder and extension, and each goes as a chip', async ({
  drive,
}) => {
  const id = await makeFolder(drive, 'My work');
  await putFile(drive, 'report large.txt', 'x'.repeat(2 * 1024 ** 2));
  await putFile(drive, 'report small.txt', 'x');
  await putFile(drive, 'report inside.md', 'x', id);
  await drive.goto('/search?q=report');
  await expect(hits(drive)).toHaveCount(3);

  await drive.getByRole('button', { name: 'Filters' }).click();
  const panel = drive.getByRole('region', { name: 'Filters' });
  await panel.getByRole('combobox', { name: 'Size' }).click();
  await drive.getByRole('option', { name: 'Under 1 MB' }).click();
  await expect(hits(drive)).toHaveCount(2);
  await panel.getByRole('combobox', { name: 'Modified' }).click();
  await drive.getByRole('option', { name: 'Today' }).click();
  await expect(box(drive)).toHaveValue('report size:<1MB modified:today');
  await panel.getByRole('button', { name: 'Everywhere' }).click();
  const tree = drive.getByRole('dialog', { name: 'Search in a folder' });
  await tree.getByRole('treeitem', { name: 'My work' }).click();
  await tree.getByRole('button', { name: 'Search here' }).click();
  await expect(hits(drive)).toHaveText(['report inside.md']);
  await panel.getByRole('textbox', { name: 'Extension' }).fill('md, txt');
  await panel.getByRole('textbox', { name: 'Extension' }).press('Enter');
  await expect(box(drive)).toHaveValue('report size:<1MB modified:today in:"/My work" ext:md,txt');
  expect(await findings(drive)).toEqual([]);

  await drive.getByRole('link', { name: 'in:"/My work" (remove)' }).click();
  await expect(hits(drive)).toHaveCount(2);
  await panel.getByRole('button', { name: 'Clear filters' }).click();
  await expect(hits(drive)).toHaveCount(3);
  await panel.getByRole('combobox', { name: 'Size' }).click();
  await drive.getByRole('option', { name: 'My own…' }).click();
  await panel.getByRole('textbox', { name: 'From' }).fill('1 MB');
  await panel.getByRole('textbox', { name: 'From' }).press('Enter');
  await expect(hits(drive)).toHaveText(['report large.txt']);
});

test('on a phone, in Chinese, the filters are a sheet', async ({ drive, netdisk }) => {
  await putFile(drive, '年度报告.txt', 'x');
  await drive.context().addCookies([{ name: 'NEXT_LOCALE', value: 'zh-CN', url: netdisk.url }]);
  await drive.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await drive.setViewportSize({ width: 390, height: 844 });
  await drive.goto('/search?q=报告');
  await drive.getByRole('button', { name: '筛选' }).click();
  const sheet = drive.getByRole('dialog', { name: '筛选条件' });
  await sheet.getByRole('combobox', { name: '大小' }).click();
  await drive.getByRole('option', { name: '大于 1 GB' }).click();
  await expect(sheet.getByRole('button', { name: '没有结果' })).toBeVisible();
  expect(await findings(drive)).toEqual([]);
  await sheet.getByRole('button', { name: '清除筛选条件' }).click();
  await sheet.getByRole('button', { name: '查看 1 条结果' }).click();
  await expect(hits(drive)).toHaveText(['年度报告.txt']);
  expect(await drive.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
