import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntryList, ListFolderQuery } from '@/contracts/entries';
import { buildPerson, openTestDrive, type Person, type TestDrive } from '@/tests/test-drive';
import { listFolder } from './list-folder';
import { deleteEntry } from './recycle-bin/delete-entry';

let drive: TestDrive;
let ada: Person;

beforeAll(async () => {
  drive = await openTestDrive();
  ada = await buildPerson(drive);
});
afterAll(() => drive.drop());

function list(query: Partial<ListFolderQuery> = {}, by = ada): Promise<EntryList> {
  return listFolder(drive.db, by.actor, {
    parentId: 'root',
    sort: 'name',
    order: 'asc',
    limit: 200,
    ...query,
  });
}

async function allPages(query: Partial<ListFolderQuery>): Promise<string[]> {
  const names: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await list({ ...query, cursor });
    names.push(...page.items.map((item) => item.name));
    if (page.nextCursor === null) return names;
    cursor = page.nextCursor;
  }
}

test('folders come first, and names follow as people count and read', async () => {
  const { id } = await ada.createFolder('sorted');
  for (const name of ['file10.txt', 'file2.txt', '张三.txt', '李四.txt', 'Zebra.txt', 'apple.txt']) {
    await ada.upload(name, 'x', { parentId: id });
  }
  for (const name of ['z folder', 'b folder']) await ada.createFolder(name, id);
  const { items, total, nextCursor } = await list({ parentId: id });
  expect(items.map((item) => item.name)).toEqual([
    'b folder',
    'z folder',
    '李四.txt',
    '张三.txt',
    'apple.txt',
    'file2.txt',
    'file10.txt',
    'Zebra.txt',
  ]);
  expect(total).toBe(8);
  expect(nextCursor).toBeNull();
  expect(items[0]?.path).toEqual([{ id, name: 'sorted' }]);
});

test.each([
  ['name', 'asc', ['F1', 'F2', 'a.txt', 'b.md', 'c.md', 'd.txt']],
  ['name', 'desc', ['F2', 'F1', 'd.txt', 'c.md', 'b.md', 'a.txt']],
  ['size', 'asc', ['F1', 'F2', 'a.txt', 'd.txt', 'c.md', 'b.md']],
  ['size', 'desc', ['F2', 'F1', 'b.md', 'c.md', 'd.txt', 'a.txt']],
  ['updatedAt', 'asc', ['F2', 'F1', 'd.txt', 'c.md', 'b.md', 'a.txt']],
  ['updatedAt', 'desc', ['F1', 'F2', 'a.txt', 'b.md', 'c.md', 'd.txt']],
  ['kind', 'asc', ['F1', 'F2', 'b.md', 'c.md', 'a.txt', 'd.txt']],
  ['kind', 'desc', ['F2', 'F1', 'd.txt', 'a.txt', 'c.md', 'b.md']],
] as const)('by %s, %s, in pages of every size', async (sort, order, expected) => {
  const { id } = await ada.createFolder(`by ${sort} ${order}`);
  const sizes = { 'd.txt': 5, 'c.md': 7, 'b.md': 9, 'a.txt': 5 };
  for (const name of ['F2', 'F1']) await ada.createFolder(name, id);
  for (const [name, size] of Object.entries(sizes)) {
    await ada.upload(name, 'x'.repeat(size), { parentId: id });
  }
  for (const limit of [1, 2, 3, 5, 200]) {
    expect(await allPages({ parentId: id, sort, order, limit })).toEqual(expected);
  }
});

test('what comes and goes between two pages repeats and hides nothing else', async () => {
  const { id } = await ada.createFolder('changing');
  const files = [];
  for (const name of ['b', 'd', 'f', 'h']) files.push(await ada.upload(name, 'x', { parentId: id }));
  const first = await list({ parentId: id, limit: 2 });
  await ada.upload('a', 'x', { parentId: id });
  await ada.upload('e', 'x', { parentId: id });
  await deleteEntry(drive.db, ada.actor, { id: files[1]?.id ?? '', permanent: true });
  const second = await list({ parentId: id, limit: 3, cursor: first.nextCursor ?? undefined });
  expect([...first.items, ...second.items].map((item) => item.name)).toEqual(['b', 'd', 'e', 'f', 'h']);
  expect(second).toMatchObject({ total: 5, nextCursor: null });
});

test('many entries with one size and one time are each on exactly one page', async () => {
  const { id } = await ada.createFolder('equal');
  await Promise.all(Array.from({ length: 30 }, (_, n) => ada.upload(`${n}.txt`, 'x', { parentId: id })));
  await drive.db.entry.updateMany({ where: { parentId: id }, data: { updatedAt: new Date(0) } });
  for (const sort of ['size', 'updatedAt', 'kind'] as const) {
    expect(new Set(await allPages({ parentId: id, sort, limit: 7 })).size).toBe(30);
  }
});

test('what is trashed is neither listed nor counted', async () => {
  const { id } = await ada.createFolder('with trash');
  const file = await ada.upload('gone.txt', 'x', { parentId: id });
  await ada.upload('kept.txt', 'x', { parentId: id });
  await deleteEntry(drive.db, ada.actor, { id: file.id, permanent: false });
  const { items, total } = await list({ parentId: id });
  expect(items.map((item) => item.name)).toEqual(['kept.txt']);
  expect(total).toBe(1);
});

test('the folder of somebody else, a file, a trashed folder and nonsense are not found alike', async () => {
  const bob = await buildPerson(drive);
  const trashed = await ada.createFolder('trashed');
  await deleteEntry(drive.db, ada.actor, { id: trashed.id, permanent: false });
  const file = await ada.upload('a file.txt');
  const his = await bob.createFolder('his');
  for (const parentId of [his.id, bob.actor.rootId, file.id, trashed.id, 'nonsense', "'", '\u0000']) {
    await expect(list({ parentId })).rejects.toMatchObject({ code: 'not_found' });
  }
});

test('a cursor that is forged, or made for another order, is refused', async () => {
  const { id } = await ada.createFolder('cursors');
  for (const name of ['a', 'b']) await ada.createFolder(name, id);
  const cursor = (await list({ parentId: id, limit: 1 })).nextCursor ?? '';
  await expect(list({ parentId: id, sort: 'size', cursor })).rejects.toMatchObject({ code: 'invalid_input' });
  const json = Buffer.from(cursor, 'base64url').toString();
  const forged = [json.replace('"a"', '"\\u0000"'), json.replace('"name":"a"', '"name":1'), '[]', '{', ''];
  for (const text of forged) {
    const refused = list({ parentId: id, cursor: Buffer.from(text).toString('base64url') });
    await expect(refused).rejects.toMatchObject({ code: 'invalid_input', errors: [{ path: 'cursor' }] });
  }
});
