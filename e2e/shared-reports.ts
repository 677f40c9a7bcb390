import type { Page } from '@playwright/test';
import { makeFolder, putFile } from './drive-steps';
import { expect } from './fixtures';
import { LOOKS, type Look } from './looks';

/** What the page says, in both languages. */
export const WORDS = {
  en: {
    code: 'Extraction code',
    open: 'Open',
    search: 'Search in this share',
    clear: 'Clear search',
    saveAll: 'Save all to my drive',
    saveTitle: 'Save to my drive',
    saveHere: 'Save here',
    openFolder: 'Open folder',
    download: 'Download all',
    preview: 'Content of the file',
    close: 'Close',
    expired: 'This share has expired',
    cancelled: 'This share was cancelled',
    actions: /Actions for Reports/,
    change: 'Change settings',
    message: 'Message to visitors',
    allowDownload: 'Visitors can download',
    saveChanges: 'Save',
    viewOnly: 'View only',
    cancel: 'Cancel share',
    isCancelled: 'Cancelled',
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
    download: '全部下载',
    preview: '文件内容',
    close: '关闭',
    expired: '分享已过期',
    cancelled: '分享已取消',
    actions: /Reports.*的更多操作/,
    change: '修改分享设置',
    message: '给访客的留言',
    allowDownload: '允许下载',
    saveChanges: '保存',
    viewOnly: '仅可查看',
    cancel: '取消分享',
    isCancelled: '已取消',
  },
} as const;

export interface Shared {
  shareBatchNum: string;
  extractionCode: string;
}

/** Reports / 2026 / 年度预算.txt and Reports / cover.txt, shared with a code. */
export async function shareReports(owner: Page, more: Record<string, unknown> = {}): Promise<Shared> {
  const reports = await makeFolder(owner, 'Reports');
  const year = await makeFolder(owner, '2026', reports);
  await putFile(owner, '年度预算.txt', 'the budget of the year', year);
  await putFile(owner, 'cover.txt', 'a cover', reports);
  await putFile(owner, 'not shared.txt', 'of nobody else');
  const created = await owner.request.post('/api/shares', {
    data: { entryIds: [reports], ttlSeconds: 3_600, extractionCode: true, ...more },
  });
  return created.json();
}

/** Opens the share with its code, as a visitor does. */
export async function enter(
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
