import { describe, expect, test } from 'vitest';
import { MODES, type RunningNetdisk } from '../start-netdisk';
import { waitUntil } from '../wait-until';
import { type ApiClient, registerClient } from './api-client';
import { provideNetdisk } from './provide-netdisk';

describe.each(MODES)('%s mode', (mode) => {
  let netdisk: RunningNetdisk;
  let ada: ApiClient;

  provideNetdisk({ mode }, (started, first) => {
    netdisk = started;
    ada = first;
  });

  test('an uploaded file is found at once, marked where it matches, and indexed within a second', async () => {
    const file = await ada.upload('年度报告2026.pdf');
    const answered = performance.now();
    const result = await ada.search('报告');
    expect(result.items[0]).toMatchObject({
      id: file.id,
      highlight: {
        name: [
          { text: '年度', match: false },
          { text: '报告', match: true },
          { text: '2026.pdf', match: false },
        ],
      },
      matchedBy: ['name'],
    });
    expect(result).toMatchObject({ total: 1, page: 1, degraded: false });
    await waitUntil('the entry is indexed', async () => (await ada.search('报告')).items[0]?.indexed, {
      everyMs: 20,
    });
    // A bound against a queue that needs its fall-back poll, not a benchmark: those are in bench/.
    expect(performance.now() - answered).toBeLessThan(5_000);
  });

  test('a query matches any part of a name, in any order, case and width', async () => {
    await ada.upload('Annual-Report.docx');
    await ada.upload('会议 纪要 Ｑ３.txt');
    expect(await ada.foundNames('port')).toContain('Annual-Report.docx');
    expect(await ada.foundNames('REPORT annual')).toContain('Annual-Report.docx');
    expect(await ada.foundNames('度报')).toContain('年度报告2026.pdf');
    expect(await ada.foundNames('q3 会议')).toEqual(['会议 纪要 Ｑ３.txt']);
    expect(await ada.foundNames('报 2026 pdf')).toEqual(['年度报告2026.pdf']);
    expect(await ada.foundNames('Annual 2026')).toEqual([]);
  });

  test('a renamed file is found under its new name only', async () => {
    const file = await ada.upload('draft-budget.xlsx');
    await waitUntil('the first name is indexed', async () => (await ada.search('draft')).items[0]?.indexed);
    await ada.change(file.id, { name: 'final-figures.xlsx' });
    expect(await ada.foundNames('draft')).toEqual([]);
    expect(await ada.foundNames('final')).toEqual(['final-figures.xlsx']);
    await waitUntil('the new name is indexed', async () => (await ada.search('final')).items[0]?.indexed);
    expect((await ada.search('draft')).total).toBe(0);
  });

  test('a deleted file is gone at once, comes back when restored, and never when purged', async () => {
    const file = await ada.upload('letter-to-bob.txt');
    await waitUntil('it is indexed', async () => (await ada.search('letter')).items[0]?.indexed);
    await ada.remove(file.id);
    expect((await ada.search('letter')).total).toBe(0);
    expect((await ada.recycleBin()).items.map((item) => item.name)).toContain('letter-to-bob.txt');
    await ada.json('POST', '/api/entries/batch', { op: 'restore', ids: [file.id] });
    expect(await ada.foundNames('letter')).toEqual(['letter-to-bob.txt']);
    await ada.remove(file.id, true);
    expect((await ada.search('letter')).total).toBe(0);
    expect((await ada.fetch(`/api/entries/${file.id}`)).status).toBe(404);
  });

  test('a moved folder takes everything in it along, and hits show the new path', async () => {
    const from = await ada.createFolder('Old place');
    const to = await ada.createFolder('New place');
    const inner = await ada.createFolder('Inner', from.id);
    await ada.upload('treasure-map.png', 'x', { parentId: inner.id });
    await ada.change(inner.id, { parentId: to.id });
    const [hit] = (await ada.search('treasure')).items;
    expect(hit?.path.map((part) => part.name)).toEqual(['New place', 'Inner']);
    const refused = await ada.send('PATCH', `/api/entries/${to.id}`, { parentId: inner.id });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'cycle' });
  });

  test('nobody finds, reads, changes or shares what belongs to somebody else', async () => {
    const bob = await registerClient(netdisk.url, 'Bob');
    const secret = await ada.upload('secret-recipe.txt');
    expect((await bob.search('secret')).total).toBe(0);
    for (const [method, path, body] of [
      ['GET', `/api/entries/${secret.id}`, undefined],
      ['GET', `/api/entries/${secret.id}/content`, undefined],
      ['PATCH', `/api/entries/${secret.id}`, { name: 'mine.txt' }],
      ['DELETE', `/api/entries/${secret.id}`, undefined],
      ['POST', '/api/shares', { entryIds: [secret.id] }],
      ['GET', `/api/entries?parentId=${secret.id}`, undefined],
    ] as const) {
      const response = await (body ? bob.send(method, path, body) : bob.fetch(path, { method }));
      expect([path, response.status]).toEqual([path, 404]);
    }
  });

  test('a name that is markup stays text, highlighted to the letter', async () => {
    const name = '<img src=x onerror=alert(1)>.txt';
    await ada.upload(name);
    const [hit] = (await ada.search('onerror')).items;
    expect(hit?.highlight.name.map((segment) => segment.text).join('')).toBe(name);
    expect(hit?.highlight.name.filter((segment) => segment.match)).toEqual([
      { text: 'onerror', match: true },
    ]);
  });

  test('pages follow each other without gap or repeat, with one exact total', async () => {
    const names = Array.from({ length: 47 }, (_, index) => `paging-${String(index).padStart(2, '0')}.txt`);
    for (const name of names) await ada.upload(name);
    const seen: string[] = [];
    for (const page of ['1', '2', '3', '4', '5', '6']) {
      const result = await ada.search('paging', { page, size: '10' });
      expect(result.total).toBe(47);
      seen.push(...result.items.map((item) => item.name));
    }
    expect(seen.sort()).toEqual(names);
  });
});
