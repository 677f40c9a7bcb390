import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LOOKS = [
  { colorScheme: 'light', locale: 'en', size: { width: 1280, height: 800 } },
  { colorScheme: 'dark', locale: 'zh-CN', size: { width: 390, height: 844 } },
] as const;

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${node.target.join(' ')} (${new URL(page.url()).pathname})`,
    ),
  );
}

for (const look of LOOKS) {
  test(`no page has an axe finding (${look.colorScheme}, ${look.locale}, ${look.size.width} px)`, async ({
    drive,
    account,
    netdisk,
  }) => {
    await drive.context().addCookies([{ name: 'NEXT_LOCALE', value: look.locale, url: netdisk.url }]);
    await drive.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
    await drive.setViewportSize(look.size);
    await drive.request.post('/api/entries', { data: { kind: 'folder', name: 'Reports' } });
    const upload = await drive.request.put('/api/files?parentId=root&name=年度报告.txt', { data: 'x' });
    const { id } = await upload.json();
    const { shareBatchNum } = await (
      await drive.request.post('/api/shares', { data: { entryIds: [id] } })
    ).json();
    const pages: [path: string, content: string][] = [
      ['/files', '年度报告.txt'],
      ['/search?q=报告', '年度报告.txt'],
      ['/shares', '年度报告.txt'],
      ['/recycle-bin', ''],
      ['/settings', account.email],
      [`/s/${shareBatchNum}`, '年度报告.txt'],
    ];
    for (const [path, content] of pages) {
      await drive.goto(path);
      await expect(drive.getByRole('main')).toContainText(content);
      expect(await findings(drive)).toEqual([]);
    }
  });
}
