import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/server/accounts/actor';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { readSettledRevision } from './mark-rebuilt';

let database: TestDatabase;
let ada: Actor;
let client: Client;
let writer: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  ada = await buildAccount(database.db);
  client = new Client({ connectionString: database.url });
  writer = new Client({ connectionString: database.url });
  await Promise.all([client.connect(), writer.connect()]);
});
afterAll(async () => {
  await Promise.all([client.end(), writer.end()]);
  await database.drop();
});

test('while a change is under way no revision is settled, and the writer is not held up for good', async () => {
  const { id } = await buildEntry(database.db, ada, { name: 'before.txt' });
  await writer.query('BEGIN');
  await writer.query(
    `UPDATE entries SET name = 'under way.txt', revision = nextval('entry_revision_seq') WHERE id = $1`,
    [id],
  );
  // Its number is taken, others are given out after it, and none of them may pass for settled.
  await database.db.$queryRaw`SELECT nextval('entry_revision_seq')`;
  expect(await readSettledRevision(client)).toBeNull();
  await buildEntry(database.db, ada, { name: 'goes on.txt' });
  await writer.query('COMMIT');
});

test('with no change under way the settled revision is that of the last change, and later ones are above it', async () => {
  const last = await buildEntry(database.db, ada, { name: 'last.txt' });
  const settled = await readSettledRevision(client);
  expect(settled).toBe(last.revision);
  const later = await buildEntry(database.db, ada, { name: 'later.txt' });
  expect(later.revision > (settled ?? 0n)).toBe(true);
});
