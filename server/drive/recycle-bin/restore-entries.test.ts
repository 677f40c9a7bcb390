import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { BatchResult, Entry } from '@/contracts/entries';
import { buildPerson, openTestDrive, type Person, type TestDrive } from '@/tests/test-drive';
import { changeEntry } from '../change-entry';
import { listFolder } from '../list-folder';
import { readEntry } from '../read-entry';
import { listRecycleBin } from './list-recycle-bin';
import { purgeEntries } from './purge-entries';
import { restoreEntries } from './restore-entries';
import { trashEntries } from './trash-entries';

let drive: TestDrive;
let ada: Person;

beforeAll(async () => {
  drive = await openTestDrive();
});
afterAll(() => drive.drop());
beforeEach(async () => {
  ada = await buildPerson(drive);
});

const trash = (...entries: Entry[]): Promise<BatchResult> =>
  trashEntries(
    drive.db,
    ada.actor,
    entries.map((entry) => entry.id),
  );
const purge = (...entries: Entry[]): Promise<BatchResult> =>
  purgeEntries(
    drive.db,
    ada.actor,
    entries.map((entry) => entry.id),
  );
const restore = (ids: string[], onConflict: 'fail' | 'rename' = 'rename'): Promise<BatchResult> =>
  restoreEntries(drive.db, ada.actor, { ids, onConflict });

async function bin(): Promise<string[]> {
  return (await listRecycleBin(drive.db, ada.actor, { limit: 1_000 })).items.map((item) => item.name);
}

async function names(parentId = 'root'): Promise<string[]> {
  const query = { parentId, sort: 'name', order: 'asc', limit: 1_000 } as const;
  return (await listFolder(drive.db, ada.actor, query)).items.map((item) => item.name);
}

async function pathOf(entry: Entry): Promise<string> {
  const { path, name } = await readEntry(drive.db, ada.actor, entry.id);
  return [...path.map((part) => part.name), name].join('/');
}

test('a restored folder stands where it stood with all that was trashed with it, and only that', async () => {
  const outer = await ada.createFolder('outer');
  const folder = await ada.createFolder('folder', outer.id);
  const kept = await ada.upload('kept.txt', 'x', { parentId: folder.id });
  const earlier = await ada.upload('earlier.txt', 'x', { parentId: folder.id });
  await trash(earlier);
  await trash(folder);
  expect((await bin()).sort()).toEqual(['earlier.txt', 'folder']);
  const [item] = (await restore([folder.id])).items;
  expect(item?.entry).toMatchObject({ parentId: outer.id, name: 'folder', trashedAt: null });
  expect(await pathOf(kept)).toBe('outer/folder/kept.txt');
  expect(await names(folder.id)).toEqual(['kept.txt']);
  expect(await bin()).toEqual(['earlier.txt']);
  await restore([earlier.id]);
  expect(await names(folder.id)).toEqual(['earlier.txt', 'kept.txt']);
});

test('a folder that was moved meanwhile gets back what was trashed from it', async () => {
  const folder = await ada.createFolder('folder');
  const target = await ada.createFolder('target');
  const file = await ada.upload('a.txt', 'x', { parentId: folder.id });
  await trash(file);
  await changeEntry(drive.db, ada.actor, folder.id, { parentId: target.id, onConflict: 'fail' });
  await restore([file.id]);
  expect(await pathOf(file)).toBe('target/folder/a.txt');
});

test('where the folder is trashed too, its path is made anew by its names', async () => {
  const outer = await ada.createFolder('outer');
  const inner = await ada.createFolder('inner', outer.id);
  const file = await ada.upload('a.txt', 'x', { parentId: inner.id });
  const other = await ada.upload('b.txt', 'x', { parentId: inner.id });
  await trash(file);
  await trash(other);
  await trash(outer);
  await restore([file.id]);
  expect(await pathOf(file)).toBe('outer/inner/a.txt');
  expect(file.parentId).not.toBe((await readEntry(drive.db, ada.actor, file.id)).parentId);
  // The second one finds the folders that the first one made.
  await restore([other.id]);
  expect(await pathOf(other)).toBe('outer/inner/b.txt');
  expect(await names()).toEqual(['outer']);
  // The trashed folder itself then needs another name.
  const [item] = (await restore([outer.id])).items;
  expect(item?.entry?.name).toBe('outer (1)');
});

test('a file that has the name of the lost folder is left alone', async () => {
  const folder = await ada.createFolder('report');
  const file = await ada.upload('a.txt', 'x', { parentId: folder.id });
  await trash(file);
  await trash(folder);
  await ada.upload('report');
  await restore([file.id]);
  expect(await pathOf(file)).toBe('report (1)/a.txt');
});

test('where the folder was purged, what was trashed from it comes back to the top', async () => {
  const folder = await ada.createFolder('folder');
  const file = await ada.upload('a.txt', 'x', { parentId: folder.id });
  await trash(file);
  await purge(folder);
  expect(await bin()).toEqual(['a.txt']);
  await restore([file.id]);
  expect(await pathOf(file)).toBe('a.txt');
});

test('a folder and what was trashed from it earlier come back together, whatever their order', async () => {
  const outer = await ada.createFolder('outer');
  const inner = await ada.createFolder('inner', outer.id);
  const file = await ada.upload('a.txt', 'x', { parentId: inner.id });
  await trash(file);
  await trash(inner);
  await trash(outer);
  const result = await restore([file.id, inner.id, outer.id]);
  expect(result.items.every((item) => item.ok)).toBe(true);
  expect(await pathOf(file)).toBe('outer/inner/a.txt');
  expect((await readEntry(drive.db, ada.actor, file.id)).parentId).toBe(inner.id);
  expect(await names()).toEqual(['outer']);
  expect(await bin()).toEqual([]);
});

test('a name taken meanwhile is counted on, or refused when asked', async () => {
  const files = [await ada.upload('a.txt', 'first')];
  await trash(...files);
  files.push(await ada.upload('a.txt', 'second'));
  await trash(...files);
  await ada.upload('a.txt', 'third');
  const ids = files.map((file) => file.id);
  const refused = await restore(ids, 'fail');
  expect(refused.items.map((item) => item.error?.code)).toEqual(['name_taken', 'name_taken']);
  expect(await bin()).toHaveLength(2);
  await restore(ids);
  expect(await names()).toEqual(['a (1).txt', 'a (2).txt', 'a.txt']);
});

test('one file can be restored out of a trashed folder', async () => {
  const folder = await ada.createFolder('folder');
  const [a] = [await ada.upload('a.txt', 'x', { parentId: folder.id })];
  await ada.upload('b.txt', 'x', { parentId: folder.id });
  await trash(folder);
  await restore([a.id]);
  expect(await pathOf(a)).toBe('folder/a.txt');
  expect(await bin()).toEqual(['folder']);
});

test('what was to come back with a folder that is refused is refused with it, whatever their order', async () => {
  const folder = await ada.createFolder('folder');
  const inner = await ada.createFolder('inner', folder.id);
  const file = await ada.upload('a.txt', 'x', { parentId: inner.id });
  const beside = await ada.upload('b.txt', 'x');
  await trash(folder, beside);
  await ada.createFolder('folder');
  const refused = await restore([file.id, inner.id, folder.id, beside.id], 'fail');
  expect(refused.items.map((item) => item.error?.code)).toEqual([
    'name_taken',
    'name_taken',
    'name_taken',
    undefined,
  ]);
  expect((await readEntry(drive.db, ada.actor, file.id)).trashedAt).not.toBeNull();
  const renamed = await restore([file.id, inner.id, folder.id]);
  expect(renamed.items.map((item) => item.entry?.trashedAt)).toEqual([null, null, null]);
  expect(await pathOf(file)).toBe('folder (1)/inner/a.txt');
});
