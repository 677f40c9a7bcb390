import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { BatchInput, BatchResult } from '@/contracts/entries';
import { buildPerson, openTestDrive, type Person, type TestDrive } from '@/tests/test-drive';
import { listFolder } from './list-folder';
import { readEntry } from './read-entry';
import { runBatch } from './run-batch';

let drive: TestDrive;
let ada: Person;

beforeAll(async () => {
  drive = await openTestDrive();
});
afterAll(() => drive.drop());
beforeEach(async () => {
  ada = await buildPerson(drive);
});

function run(op: BatchInput['op'], ids: string[], place: Partial<BatchInput> = {}): Promise<BatchResult> {
  return runBatch(drive.db, ada.actor, { op, ids, onConflict: 'rename', ...place });
}

function outcomes(result: BatchResult): (string | undefined)[] {
  return result.items.map((item) => item.error?.code ?? item.entry?.name);
}

/** Every live entry of a folder and below, as paths. */
async function tree(parentId = 'root', above = ''): Promise<string[]> {
  const query = { parentId, sort: 'name', order: 'asc', limit: 1_000 } as const;
  const { items } = await listFolder(drive.db, ada.actor, query);
  const below = items.map(async ({ id, kind, name }) =>
    kind === 'folder' ? [`${above}${name}/`, ...(await tree(id, `${above}${name}/`))] : [`${above}${name}`],
  );
  return (await Promise.all(below)).flat();
}

async function usedBytes(): Promise<number> {
  const account = await drive.db.account.findUniqueOrThrow({ where: { id: ada.actor.accountId } });
  const sum = await drive.db.entry.aggregate({
    where: { ownerId: ada.actor.accountId, purgedAt: null },
    _sum: { sizeBytes: true },
  });
  expect(account.usedBytes).toBe(sum._sum.sizeBytes);
  return Number(account.usedBytes);
}

test('each entry is answered by itself, in the order given, and the good ones are done', async () => {
  const target = await ada.createFolder('target');
  const inner = await ada.createFolder('inner', target.id);
  const bob = await buildPerson(drive);
  const his = await bob.upload('his.txt');
  const [a, b] = [await ada.upload('a.txt'), await ada.upload('b.txt')];
  await ada.upload('b.txt', 'x', { parentId: inner.id });
  const trashed = await ada.upload('trashed.txt');
  await run('trash', [trashed.id]);
  const ids = [b.id, 'nonsense', target.id, his.id, a.id, trashed.id, ada.actor.rootId, a.id];
  const result = await run('move', ids, { parentId: inner.id, onConflict: 'fail' });
  expect(result.items.map((item) => item.id)).toEqual(ids);
  expect(outcomes(result)).toEqual([
    'name_taken',
    'not_found',
    'cycle',
    'not_found',
    'a.txt',
    'not_found',
    'not_found',
    'a.txt',
  ]);
  expect(result.items[4]?.entry?.path.map((part) => part.name)).toEqual(['target', 'inner']);
  expect(await tree()).toEqual([
    'target/',
    'target/inner/',
    'target/inner/a.txt',
    'target/inner/b.txt',
    'b.txt',
  ]);
});

test.each(['move', 'copy'] as const)('a %s to what is no folder of this person does nothing', async (op) => {
  const bob = await buildPerson(drive);
  const file = await ada.upload('a.txt');
  for (const parentId of [bob.actor.rootId, file.id, 'nonsense']) {
    await expect(run(op, [file.id], { parentId })).rejects.toMatchObject({ code: 'not_found' });
  }
  expect(await tree()).toEqual(['a.txt']);
});

test('entries of one name from many folders are counted on in one folder', async () => {
  const target = await ada.createFolder('target');
  await ada.upload('a.txt', 'x', { parentId: target.id });
  await ada.upload('a (2).txt', 'x', { parentId: target.id });
  const ids: string[] = [];
  for (let index = 0; index < 30; index += 1) {
    const folder = await ada.createFolder(`from ${index}`);
    ids.push((await ada.upload(index % 2 ? 'a.txt' : 'A.TXT', 'x', { parentId: folder.id })).id);
  }
  const result = await run('move', ids, { parentId: target.id });
  expect(result.items.every((item) => item.ok)).toBe(true);
  const counted = Array.from({ length: 31 }, (_, index) => `a (${index + 1}).txt`);
  const names = (await tree(target.id)).map((name) => name.toLowerCase());
  expect(names.sort()).toEqual([...counted, 'a.txt'].sort());
});

test('moving into the folder where an entry is already is success and changes nothing', async () => {
  const folder = await ada.createFolder('folder');
  const file = await ada.upload('a.txt', 'x', { parentId: folder.id });
  const result = await run('move', [file.id], { parentId: folder.id });
  expect(result.items[0]?.entry).toEqual(file);
});

test('a copy holds the same tree and bytes under new ids, and counts against the quota', async () => {
  const folder = await ada.createFolder('folder');
  const inner = await ada.createFolder('inner', folder.id);
  const file = await ada.upload('a.txt', 'twelve bytes', { parentId: inner.id });
  const thrown = await ada.upload('thrown.txt', 'away', { parentId: inner.id });
  await run('trash', [thrown.id]);
  const [item] = (await run('copy', [folder.id], { parentId: 'root' })).items;
  expect(item?.entry).toMatchObject({ name: 'folder (1)', kind: 'folder', path: [] });
  expect(item?.entry?.id).not.toBe(folder.id);
  expect(await tree(item?.entry?.id)).toEqual(['inner/', 'inner/a.txt']);
  const copies = await drive.db.entry.findMany({ where: { sha256: file.sha256, trashedAt: null } });
  expect(copies).toHaveLength(2);
  expect(await usedBytes()).toBe(12 + 12 + 4);
});

test('a folder can be copied into itself: the copy is of what it held before', async () => {
  const folder = await ada.createFolder('folder');
  await ada.upload('a.txt', 'x', { parentId: folder.id });
  await run('copy', [folder.id], { parentId: folder.id });
  expect(await tree()).toEqual(['folder/', 'folder/folder/', 'folder/folder/a.txt', 'folder/a.txt']);
});

test('what there is no room for is not copied, the rest is', async () => {
  ada = await buildPerson(drive, { quotaBytes: 25 });
  const big = await ada.createFolder('big');
  await ada.upload('big.bin', '12345678', { parentId: big.id });
  const small = await ada.upload('small.txt', '1234567');
  const result = await run('copy', [big.id, small.id, small.id, big.id], { parentId: 'root' });
  expect(outcomes(result)).toEqual(['big (1)', 'quota_exceeded', 'quota_exceeded', 'big (1)']);
  expect(await usedBytes()).toBe(23);
});

test('copying 3 times at once at the limit of the quota never exceeds it', async () => {
  ada = await buildPerson(drive, { quotaBytes: 25 });
  const file = await ada.upload('a.bin', '0123456789');
  const results = await Promise.all([1, 2, 3].map(() => run('copy', [file.id], { parentId: 'root' })));
  expect(results.flatMap(outcomes).sort()).toEqual(['a (1).bin', 'quota_exceeded', 'quota_exceeded']);
  expect(await usedBytes()).toBe(20);
});

test('picking a folder and what is in it moves both, and trashes and restores them as one', async () => {
  const target = await ada.createFolder('target');
  const folder = await ada.createFolder('folder');
  const file = await ada.upload('a.txt', 'x', { parentId: folder.id });
  await run('trash', [file.id, folder.id]);
  expect(await tree()).toEqual(['target/']);
  const restored = await run('restore', [file.id, folder.id]);
  expect(outcomes(restored)).toEqual(['a.txt', 'folder']);
  expect(await tree()).toEqual(['folder/', 'folder/a.txt', 'target/']);
  await run('move', [folder.id, file.id], { parentId: target.id });
  expect(await tree()).toEqual(['target/', 'target/folder/', 'target/a.txt']);
  expect((await readEntry(drive.db, ada.actor, file.id)).parentId).toBe(target.id);
  await run('purge', [target.id, folder.id, file.id]);
  expect(await tree()).toEqual([]);
  expect(await usedBytes()).toBe(0);
});
