import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { readSnapshot } from './read-snapshot';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('what is committed while a snapshot is read does not show in it', async () => {
  const ada = await buildAccount(database.db);
  const [before, during] = await readSnapshot(database.db, async (snapshot) => {
    const first = await snapshot.entry.count();
    await buildEntry(database.db, ada, { name: 'meanwhile.txt' });
    return [first, await snapshot.entry.count()];
  });
  expect(during).toBe(before);
  expect(await database.db.entry.count()).toBe(before + 1);
});

test('nothing can be written in a snapshot, because no event would tell of it', async () => {
  const writing = readSnapshot(database.db, (snapshot) => snapshot.entry.deleteMany());
  await expect(writing).rejects.toThrow(/read-only/);
});
