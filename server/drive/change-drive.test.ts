import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '@/server/database/client';
import { buildAccount } from '@/tests/build-account';
import { openTestDrive, type TestDrive } from '@/tests/test-drive';
import { createEntry } from './create-entry';

const CONNECTIONS = 2;
let drive: TestDrive;

beforeAll(async () => {
  drive = await openTestDrive();
});
afterAll(() => drive.drop());

test('mutations that wait for one drive leave the connections to everybody else', async () => {
  const db = openDatabase(drive.databaseUrl, CONNECTIONS);
  const [ada, bob] = [await buildAccount(drive.db), await buildAccount(drive.db)];
  // Another process that is busy with her drive.
  const other = new Client({ connectionString: drive.databaseUrl });
  await other.connect();
  await other.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [ada.accountId]);
  const create = (actor: typeof ada, name: string) =>
    createEntry({ ...drive, db }, actor, { kind: 'folder', name, parentId: 'root', onConflict: 'fail' });
  const waiting = Array.from({ length: CONNECTIONS + 3 }, (_, number) => create(ada, `folder ${number}`));
  expect(await create(bob, 'folder')).toMatchObject({ name: 'folder' });
  await other.end();
  expect((await Promise.all(waiting)).map(({ name }) => name)).toHaveLength(CONNECTIONS + 3);
  await db.$disconnect();
});

test('a mutation that fails holds up none behind it', async () => {
  const ada = await buildAccount(drive.db);
  const create = (name: string) =>
    createEntry(drive, ada, { kind: 'folder', name, parentId: 'root', onConflict: 'fail' });
  const results = await Promise.allSettled([create('one'), create('one'), create('two')]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
