import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPerson, openTestDrive, type TestDrive } from '@/tests/test-drive';
import { archiveOf } from './archive/archive-of';
import { changeEntry } from './change-entry';
import { runBatch } from './run-batch';

/** Read as a whole for each of its files, the table takes longer than a test may. */
const FILES = 30_000;

let drive: TestDrive;

beforeAll(async () => {
  drive = await openTestDrive();
});
afterAll(() => drive.drop());

async function buildLargeFolder() {
  const ada = await buildPerson(drive);
  const folder = await ada.createFolder('large');
  await drive.db.$executeRaw`
    INSERT INTO entries (id, owner_id, parent_id, kind, name, name_key, mime_type)
    SELECT gen_random_uuid(), owner_id, id, 'file', 'file ' || n, 'file ' || n, 'text/plain'
    FROM entries, generate_series(1, ${FILES}::integer) AS n WHERE id = ${folder.id}::uuid`;
  await drive.db.$executeRaw`ANALYZE entries`;
  // What the sample of a larger table meets, by chance: no other folder.
  await drive.db.$executeRaw`ALTER TABLE entries ALTER COLUMN parent_id SET STATISTICS 1`;
  await drive.db.$executeRaw`ANALYZE entries (parent_id)`;
  return { ada, folder };
}

test('a folder that holds nearly all there is can be moved, trashed and restored', async () => {
  const { ada, folder } = await buildLargeFolder();
  const target = await ada.createFolder('target');
  const trashed = () => drive.db.entry.count({ where: { trashedAt: { not: null } } });

  await changeEntry(drive.db, ada.actor, folder.id, { parentId: target.id, onConflict: 'fail' });
  await runBatch(drive.db, ada.actor, { op: 'trash', ids: [folder.id], onConflict: 'fail' });
  expect(await trashed()).toBe(FILES + 1);
  await runBatch(drive.db, ada.actor, { op: 'restore', ids: [folder.id], onConflict: 'fail' });
  expect(await trashed()).toBe(0);
});

test('a folder that holds nearly all there is can be zipped', async () => {
  const { folder } = await buildLargeFolder();
  const { sizeBytes } = await archiveOf(drive, [folder]);
  expect(sizeBytes).toBeGreaterThan(FILES * 'large/file 1'.length);
});
