import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPerson, openTestDrive, type Person, type TestDrive } from '@/tests/test-drive';
import { changeEntry } from './change-entry';
import { listRecycleBin } from './recycle-bin/list-recycle-bin';
import { runBatch } from './run-batch';

// A folder of 10,000 entries, some of them 500 folders deep, is one transaction of a second or two, whatever is
// done with it. MASS_ENTRIES=100000 runs the same with more.

const ENTRIES = Number(process.env.MASS_ENTRIES ?? 10_000);
const DEPTH = 500;
const SECONDS = 10;

let drive: TestDrive;
let ada: Person;
let folderId: string;
let targetId: string;

beforeAll(async () => {
  drive = await openTestDrive();
  ada = await buildPerson(drive, { quotaBytes: ENTRIES * 10 });
  folderId = (await ada.createFolder('big')).id;
  targetId = (await ada.createFolder('target')).id;
  await fill();
});
afterAll(() => drive.drop());

/** Half of the entries side by side in the folder, the others spread along a chain of folders below it. */
async function fill(): Promise<void> {
  await drive.db.$executeRaw`
    INSERT INTO entries (id, owner_id, parent_id, kind, name, name_key)
    SELECT md5('d' || n)::uuid, ${ada.actor.accountId}::uuid,
           CASE n WHEN 1 THEN ${folderId}::uuid ELSE md5('d' || (n - 1))::uuid END, 'folder', 'deeper', 'deeper'
    FROM generate_series(1, ${DEPTH}) AS n`;
  await drive.db.$executeRaw`
    INSERT INTO entries (id, owner_id, parent_id, kind, name, name_key, extension, size_bytes)
    SELECT gen_random_uuid(), ${ada.actor.accountId}::uuid,
           CASE n % 2 WHEN 0 THEN ${folderId}::uuid ELSE md5('d' || (1 + n % ${DEPTH}))::uuid END,
           'file', n || '.txt', n || '.txt', 'txt', 1
    FROM generate_series(1, ${ENTRIES - DEPTH}) AS n`;
  await drive.db.account.update({
    where: { id: ada.actor.accountId },
    data: { usedBytes: BigInt(ENTRIES - DEPTH) },
  });
}

/** Runs it within the bound, and counts the events it wrote: one for each of the entries and the folder itself. */
async function runWhole(change: () => Promise<unknown>): Promise<void> {
  await drive.db.outboxEvent.deleteMany();
  const started = performance.now();
  await change();
  expect((performance.now() - started) / 1000).toBeLessThan(SECONDS);
  expect(await drive.db.outboxEvent.count()).toBe(ENTRIES + 1);
}

async function countLive(): Promise<number> {
  return drive.db.entry.count({
    where: {
      ownerId: ada.actor.accountId,
      trashedAt: null,
      purgedAt: null,
      id: { notIn: [ada.actor.rootId, targetId] },
    },
  });
}

const batch = (op: 'copy' | 'trash' | 'restore' | 'purge', ids: string[]) =>
  runBatch(drive.db, ada.actor, { op, ids, parentId: 'root', onConflict: 'rename' });

test('a folder with thousands of entries is moved, trashed, restored, copied and purged as a whole', async () => {
  await runWhole(() =>
    changeEntry(drive.db, ada.actor, folderId, { parentId: targetId, onConflict: 'fail' }),
  );
  await runWhole(() => batch('trash', [folderId]));
  expect(await countLive()).toBe(0);
  expect((await listRecycleBin(drive.db, ada.actor, { limit: 10 })).total).toBe(1);
  await runWhole(() => batch('restore', [folderId]));
  expect(await countLive()).toBe(ENTRIES + 1);
  let copyId: string | undefined;
  await runWhole(async () => {
    const [item] = (await batch('copy', [folderId])).items;
    copyId = item?.entry?.id;
  });
  expect(await countLive()).toBe(2 * ENTRIES + 2);
  await runWhole(() => batch('purge', [folderId]));
  expect(await countLive()).toBe(ENTRIES + 1);
  await runWhole(() => batch('purge', [copyId ?? '']));
  expect(await countLive()).toBe(0);
  const account = await drive.db.account.findUniqueOrThrow({ where: { id: ada.actor.accountId } });
  expect(account.usedBytes).toBe(0n);
}, 120_000);
