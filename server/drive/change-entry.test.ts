import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Entry } from '@/contracts/entries';
import { buildPerson, openTestDrive, type Person, type TestDrive } from '@/tests/test-drive';
import { changeEntry } from './change-entry';
import { listFolder } from './list-folder';
import { readEntry } from './read-entry';
import { deleteEntry } from './recycle-bin/delete-entry';
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

function change(
  id: string,
  input: { name?: string; parentId?: string; onConflict?: 'fail' | 'rename' },
  by = ada,
) {
  return changeEntry(drive.db, by.actor, id, { onConflict: 'fail', ...input });
}

async function names(parentId: string): Promise<string[]> {
  const query = { parentId, sort: 'name', order: 'asc', limit: 1_000 } as const;
  return (await listFolder(drive.db, ada.actor, query)).items.map((item) => item.name);
}

async function countEvents(): Promise<number> {
  return drive.db.outboxEvent.count({
    where: { payload: { path: ['userId'], equals: ada.actor.accountId } },
  });
}

test('a renamed file has the new name, its extension and its type, and what it held', async () => {
  const file = await ada.upload('draft.txt');
  const renamed = await change(file.id, { name: ' 最终.PDF ' });
  expect(renamed).toMatchObject({
    id: file.id,
    name: '最终.PDF',
    extension: 'pdf',
    mimeType: 'application/pdf',
    sha256: file.sha256,
  });
  expect(renamed.revision).toBeGreaterThan(file.revision);
  expect(await names('root')).toEqual(['最终.PDF']);
});

test('only the case of a name can be changed', async () => {
  const file = await ada.upload('readme.md');
  expect((await change(file.id, { name: 'README.md' })).name).toBe('README.md');
});

test('a change to what is there already changes nothing and tells nobody', async () => {
  const folder = await ada.createFolder('folder');
  const file = await ada.upload('same.txt', 'x', { parentId: folder.id });
  const before = await countEvents();
  expect(await change(file.id, { name: 'same.txt', parentId: folder.id })).toEqual(file);
  expect(await countEvents()).toBe(before);
});

test('a taken name is refused, or counted on when asked', async () => {
  await ada.upload('Taken.txt');
  const file = await ada.upload('b.txt');
  await expect(change(file.id, { name: 'taken.TXT' })).rejects.toMatchObject({ code: 'name_taken' });
  expect(await names('root')).toEqual(['b.txt', 'Taken.txt']);
  expect((await change(file.id, { name: 'taken.TXT', onConflict: 'rename' })).name).toBe('taken (1).TXT');
});

test('a name in the recycle bin is free', async () => {
  const old = await ada.upload('a.txt');
  await deleteEntry(drive.db, ada.actor, { id: old.id, permanent: false });
  const file = await ada.upload('b.txt');
  expect((await change(file.id, { name: 'a.txt' })).name).toBe('a.txt');
});

test('a moved folder takes all in it along; its descendants get new revisions and events', async () => {
  const from = await ada.createFolder('from');
  const to = await ada.createFolder('to');
  const inner = await ada.createFolder('inner', from.id);
  const file = await ada.upload('treasure.png', 'x', { parentId: inner.id });
  const before = await countEvents();
  const moved = await change(inner.id, { parentId: to.id });
  expect(moved.parentId).toBe(to.id);
  expect(moved.updatedAt).toBe(inner.updatedAt);
  const after = await readEntry(drive.db, ada.actor, file.id);
  expect(after.path.map((part) => part.name)).toEqual(['to', 'inner']);
  expect(after.revision).toBeGreaterThan(file.revision);
  expect(await countEvents()).toBe(before + 2);
  expect(await names(from.id)).toEqual([]);
});

test('a renamed folder changes nothing but itself', async () => {
  const folder = await ada.createFolder('folder');
  const file = await ada.upload('inside.txt', 'x', { parentId: folder.id });
  await change(folder.id, { name: 'renamed' });
  const after = await readEntry(drive.db, ada.actor, file.id);
  expect(after.revision).toBe(file.revision);
  expect(after.path.map((part) => part.name)).toEqual(['renamed']);
});

test('renaming and moving at once is one change, and can go to the top', async () => {
  const folder = await ada.createFolder('folder');
  const file = await ada.upload('a.txt', 'x', { parentId: folder.id });
  await ada.upload('a.txt');
  const moved = await change(file.id, { name: 'b.txt', parentId: 'root' });
  expect(moved).toMatchObject({ name: 'b.txt', parentId: 'root', path: [] });
});

test('a folder cannot be moved into itself or below itself', async () => {
  const outer = await ada.createFolder('outer');
  const inner = await ada.createFolder('inner', outer.id);
  const innermost = await ada.createFolder('innermost', inner.id);
  for (const parentId of [outer.id, inner.id, innermost.id]) {
    await expect(change(outer.id, { parentId })).rejects.toMatchObject({ code: 'cycle' });
  }
});

test.each([
  ['a wrong name', { name: 'a/b' }, 'invalid_input'],
  ['an empty name', { name: '' }, 'invalid_input'],
  ['a folder that is none', { parentId: 'nonsense' }, 'not_found'],
])('%s is refused', async (_, input, code) => {
  const file = await ada.upload('a.txt');
  await expect(change(file.id, input)).rejects.toMatchObject({ code });
});

test('the root, what is trashed or purged, and what belongs to others cannot be changed or moved into', async () => {
  const bob = await buildPerson(drive);
  const his = await bob.createFolder('his');
  const file = await ada.upload('a.txt');
  const trashed = await ada.createFolder('trashed');
  const purged = await ada.createFolder('purged');
  await deleteEntry(drive.db, ada.actor, { id: trashed.id, permanent: false });
  await deleteEntry(drive.db, ada.actor, { id: purged.id, permanent: true });
  for (const id of [ada.actor.rootId, 'root', his.id, trashed.id, purged.id, '']) {
    await expect(change(id, { name: 'b.txt' })).rejects.toMatchObject({ code: 'not_found' });
  }
  for (const parentId of [his.id, bob.actor.rootId, trashed.id, purged.id, file.id]) {
    await expect(change(file.id, { parentId })).rejects.toMatchObject({ code: 'not_found' });
  }
  await expect(change(file.id, { parentId: his.id }, bob)).rejects.toMatchObject({ code: 'not_found' });
});

test('200 random moves at once make no cycle and lose no folder', async () => {
  const folders: Entry[] = [];
  for (let index = 0; index < 20; index += 1) folders.push(await ada.createFolder(`folder ${index}`));
  const random = randomNumbers(20_261_123);
  const pick = () => folders[Math.floor(random() * folders.length)]?.id ?? '';
  const moves = Array.from({ length: 200 }, (_, index) => {
    const [id, parentId] = [pick(), pick()];
    return index % 4 === 0
      ? runBatch(drive.db, ada.actor, { op: 'move', ids: [id, pick()], parentId, onConflict: 'rename' })
      : change(id, { parentId: index % 5 === 0 ? 'root' : parentId, onConflict: 'rename' });
  });
  const outcomes = await Promise.allSettled(moves);
  const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  for (const reason of refusals) expect(reason).toMatchObject({ code: 'cycle' });
  expect(refusals.length).toBeGreaterThan(5);
  const [reached] = await drive.db.$queryRaw<{ count: bigint }[]>`
    WITH RECURSIVE tree AS (
      SELECT id FROM entries WHERE id = ${ada.actor.rootId}::uuid
      UNION SELECT e.id FROM tree JOIN entries e ON e.parent_id = tree.id)
    SELECT count(*) FROM tree`;
  expect(reached?.count).toBe(21n);
});

/** Always the same: a failure can be looked at again (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test('a star is given and taken, survives a rename, and changes no date', async () => {
  const file = await ada.upload('a.txt');
  const starred = await changeEntry(drive.db, ada.actor, file.id, { starred: true, onConflict: 'fail' });
  expect(starred).toMatchObject({ starred: true, name: 'a.txt', updatedAt: file.updatedAt });
  expect(starred.revision).toBeGreaterThan(file.revision);
  expect((await change(file.id, { name: 'b.txt' })).starred).toBe(true);
  const both = { name: 'c.txt', starred: false, onConflict: 'fail' } as const;
  expect(await changeEntry(drive.db, ada.actor, file.id, both)).toMatchObject({
    starred: false,
    name: 'c.txt',
  });
});

test('starring what is starred already changes nothing and tells nobody', async () => {
  const file = await ada.upload('a.txt');
  const input = { starred: true, onConflict: 'fail' } as const;
  const starred = await changeEntry(drive.db, ada.actor, file.id, input);
  const before = await countEvents();
  expect(await changeEntry(drive.db, ada.actor, file.id, input)).toEqual(starred);
  expect(await countEvents()).toBe(before);
});
