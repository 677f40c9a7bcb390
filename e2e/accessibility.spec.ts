import { putFile } from './drive-steps';
import { expect, test } from './fixtures';
import { describeLook, findings, LOOKS, wear } from './looks';

for (const look of LOOKS) {
  test(`no page has an axe finding (${describeLook(look)})`, async ({ drive, account, netdisk }) => {
    await wear(drive, look, netdisk.url);
    await drive.request.post('/api/entries', { data: { kind: 'folder', name: 'Reports' } });
    const id = await putFile(drive, '年度报告.txt', 'x');
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
