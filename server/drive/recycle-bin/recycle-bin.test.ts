import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { BatchResult, Entry } from '@/contracts/entries';
import { buildPerson, openTestDrive, type Person, type TestDrive } from '@/tests/test-drive';
import { listFolder } from '../list-folder';
import { openContent } from '../open-content';
import { readEntry } from '../read-entry';
import { deleteEntry } from './delete-entry';
import { emptyRecycleBin } from './empty-recycle-bin';
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
const restore = (ids: string[]): Promise<BatchResult> =>
  restoreEntries(drive.db, ada.actor, { ids, onConflict: 'rename' });

async function bin(): Promise<string[]> {
  return (await listRecycleBin(drive.db, ada.actor, { limit: 1_000 })).items.map((item) => item.name);
}

async function names(parentId = 'root'): Promise<string[]> {
  const query = { parentId, sort: 'name', order: 'asc', limit: 1_000 } as const;
  return (await listFolder(drive.db, ada.actor, query)).items.map((item) => item.name);
}

async function usedBytes(): Promise<number> {
  const account = await drive.db.account.findUniqueOrThrow({ where: { id: ada.actor.accountId } });
  return Number(account.usedBytes);
}

test('a trashed folder is one item of the recycle bin; all in it is gone from the drive, none of its bytes', async () => {
  const folder = await ada.createFolder('folder');
  const file = await ada.upload('a.txt', 'ten bytes!', { parentId: folder.id });
  const [item] = (await trash(folder)).items;
  expect(item?.entry?.trashedAt).toMatch(/^\d{4}-/);
  expect(await names()).toEqual([]);
  expect(await bin()).toEqual(['folder']);
  expect((await readEntry(drive.db, ada.actor, file.id)).trashedAt).toBe(item?.entry?.trashedAt);
  await expect(openContent(drive, ada.actor, file.id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await usedBytes()).toBe(10);
});

test('what is trashed together has one number, and the latest comes first', async () => {
  const [a, b, c] = [await ada.upload('a'), await ada.upload('b'), await ada.upload('c')];
  await trash(a, b);
  await drive.db
    .$executeRaw`UPDATE entries SET trashed_at = trashed_at - interval '1 hour' WHERE name IN ('a', 'b')`;
  await trash(c);
  const { items, total } = await listRecycleBin(drive.db, ada.actor, { limit: 1_000 });
  expect(total).toBe(3);
  expect(items[0]?.name).toBe('c');
  const numbers = new Map(items.map((item) => [item.name, item.deleteBatchNum]));
  expect(numbers.get('a')).toBe(numbers.get('b'));
  expect(numbers.get('a')).not.toBe(numbers.get('c'));
});

test('the recycle bin is paged without gap or repeat, and shows nobody what is not theirs', async () => {
  const bob = await buildPerson(drive);
  const his = await bob.upload('his.txt');
  await deleteEntry(drive.db, bob.actor, { id: his.id, permanent: false });
  const files = await Promise.all(Array.from({ length: 11 }, (_, index) => ada.upload(`${index}.txt`)));
  await trash(...files);
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listRecycleBin(drive.db, ada.actor, { cursor, limit: 4 });
    expect(page.total).toBe(11);
    seen.push(...page.items.map((item) => item.name));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(new Set(seen).size).toBe(11);
  expect(seen).toHaveLength(11);
});

test('trashing again, and restoring what is not trashed, are success and change nothing', async () => {
  const file = await ada.upload('a.txt');
  const [first] = (await trash(file)).items;
  const [second] = (await trash(file)).items;
  expect(second).toEqual(first);
  await restore([file.id]);
  const [restored] = (await restore([file.id])).items;
  expect(restored).toMatchObject({ ok: true, entry: { trashedAt: null } });
});

test('a purged entry is gone for everything, its name free and its bytes given back', async () => {
  const file = await ada.upload('a.txt', 'ten bytes!');
  await trash(file);
  const [item] = (await purge(file)).items;
  expect(item).toEqual({ id: file.id, ok: true });
  await expect(readEntry(drive.db, ada.actor, file.id)).rejects.toMatchObject({ code: 'not_found' });
  for (const again of [await trash(file), await purge(file), await restore([file.id])]) {
    expect(again.items[0]?.error?.code).toBe('not_found');
  }
  expect(await usedBytes()).toBe(0);
  const stub = await drive.db.entry.findUniqueOrThrow({ where: { id: file.id } });
  expect(stub).toMatchObject({ name: '', nameKey: '', sha256: null, sizeBytes: 0n });
  expect(stub.revision).toBeGreaterThan(BigInt(file.revision));
});

test('emptying the recycle bin purges all of it and nothing else', async () => {
  const bob = await buildPerson(drive);
  const his = await bob.upload('his.txt');
  await deleteEntry(drive.db, bob.actor, { id: his.id, permanent: false });
  const folder = await ada.createFolder('folder');
  await ada.upload('a.txt', '12345', { parentId: folder.id });
  const earlier = await ada.upload('b.txt', '123', { parentId: folder.id });
  await ada.upload('live.txt', '1');
  await trash(earlier);
  await trash(folder);
  await emptyRecycleBin(drive.db, ada.actor);
  expect(await bin()).toEqual([]);
  expect(await names()).toEqual(['live.txt']);
  expect(await usedBytes()).toBe(1);
  expect((await listRecycleBin(drive.db, bob.actor, { limit: 10 })).total).toBe(1);
  await emptyRecycleBin(drive.db, ada.actor);
});

test('nobody trashes, purges or restores what belongs to others, nor a root', async () => {
  const bob = await buildPerson(drive);
  const his = await bob.createFolder('his');
  for (const id of [his.id, bob.actor.rootId, ada.actor.rootId, 'root', 'nonsense']) {
    for (const permanent of [false, true]) {
      const refused = deleteEntry(drive.db, ada.actor, { id, permanent });
      await expect(refused).rejects.toMatchObject({ code: 'not_found' });
    }
    expect((await restore([id])).items[0]?.error?.code).toBe('not_found');
  }
  expect((await readEntry(drive.db, bob.actor, his.id)).trashedAt).toBeNull();
});
