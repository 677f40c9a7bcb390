import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPerson, openTestDrive, type Person, type TestDrive } from '@/tests/test-drive';
import { deleteEntry } from './recycle-bin/delete-entry';
import { emptyRecycleBin } from './recycle-bin/empty-recycle-bin';
import { removePurgedStubs } from './remove-purged-stubs';

let drive: TestDrive;
let ada: Person;

beforeAll(async () => {
  drive = await openTestDrive();
  ada = await buildPerson(drive);
});
afterAll(() => drive.drop());

async function purgedStub(name: string, { hoursAgo, indexed }: { hoursAgo: number; indexed: boolean }) {
  const { id } = await ada.upload(name);
  await deleteEntry(drive.db, ada.actor, { id, permanent: true });
  const { revision } = await drive.db.entry.findUniqueOrThrow({ where: { id } });
  await drive.db.entry.update({
    where: { id },
    data: {
      purgedAt: new Date(Date.now() - hoursAgo * 3_600_000),
      indexedRevision: indexed ? revision : revision - 1n,
    },
  });
  return id;
}

test('a stub goes when it is a day old and the index has forgotten the entry', async () => {
  const young = await purgedStub('young.txt', { hoursAgo: 23, indexed: true });
  const unconfirmed = await purgedStub('unconfirmed.txt', { hoursAgo: 48, indexed: false });
  const due = await purgedStub('due.txt', { hoursAgo: 25, indexed: true });
  const live = await ada.upload('live.txt');
  expect(await removePurgedStubs(drive.db)).toBe(1);
  const left = await drive.db.entry.findMany({ where: { id: { in: [young, unconfirmed, due, live.id] } } });
  expect(left.map((row) => row.id).sort()).toEqual([young, unconfirmed, live.id].sort());
});

test('the stubs of a whole tree go together, in whatever order', async () => {
  const top = await ada.createFolder('top');
  const middle = await ada.createFolder('middle', top.id);
  const survivor = await ada.upload('survivor.txt', 'x', { parentId: middle.id });
  await ada.upload('leaf.txt', 'x', { parentId: middle.id });
  await deleteEntry(drive.db, ada.actor, { id: survivor.id, permanent: false });
  await deleteEntry(drive.db, ada.actor, { id: top.id, permanent: true });
  await drive.db.$executeRaw`
    UPDATE entries SET indexed_revision = revision, purged_at = purged_at - interval '2 days'
    WHERE purged_at IS NOT NULL`;
  expect(await removePurgedStubs(drive.db)).toBeGreaterThanOrEqual(3);
  expect(await drive.db.entry.count({ where: { id: { in: [top.id, middle.id] } } })).toBe(0);
  expect(await drive.db.entry.count({ where: { id: survivor.id, purgedAt: null } })).toBe(1);
  await emptyRecycleBin(drive.db, ada.actor);
});
