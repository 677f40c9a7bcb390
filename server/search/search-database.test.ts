import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchQuery } from '@/contracts/search';
import type { Actor } from '@/server/accounts/actor';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { parseSearch } from './query-line/parse-search';
import { searchDatabase } from './search-database';
import { readPage } from './search-page';

/** Read in more than one statement. */
const FILES = 25_000;

let database: TestDatabase;
let ada: Actor;
let outer: string;

beforeAll(async () => {
  database = await createTestDatabase();
  ada = await buildAccount(database.db);
  outer = (await buildEntry(database.db, ada, { name: 'outer', kind: 'folder' })).id;
  const inner = await buildEntry(database.db, ada, { name: 'inner', kind: 'folder', parentId: outer });
  await database.db.$executeRaw`
    INSERT INTO entries (id, owner_id, parent_id, kind, name, name_key, extension, mime_type)
    SELECT gen_random_uuid(), owner_id, id, 'file', 'report ' || n, 'report ' || n, '', 'text/plain'
    FROM entries, generate_series(1, ${FILES}::integer) AS n WHERE id = ${inner.id}::uuid`;
  await buildEntry(database.db, ada, { name: 'report beside' });
});
afterAll(() => database.drop());

async function totalOf(folderIds: string[][]): Promise<number> {
  const input = searchQuery.parse({ q: 'report' });
  const read = parseSearch(input, new Date());
  const asked = { ...read, filters: { ...read.filters, folderIds } };
  return (await searchDatabase(database.db, ada, asked, readPage(input, ada.accountId, read))).total;
}

test('a folder holds what lies in it, however far below, and nothing beside it', async () => {
  expect(await totalOf([])).toBe(FILES + 1);
  expect(await totalOf([[outer]])).toBe(FILES);
});

test('what is trashed and restored while names are read is counted whole or not at all', async () => {
  const totals: number[] = [];
  let isOver = false;
  const trashing = (async () => {
    for (let isTrashed = true; !isOver; isTrashed = !isTrashed) {
      await database.db.$executeRaw`
        UPDATE entries SET trashed_at = CASE WHEN ${isTrashed} THEN now() END
        WHERE owner_id = ${ada.accountId}::uuid AND kind = 'file'`;
    }
  })();
  while (totals.length < 12) totals.push(await totalOf([[outer]]));
  isOver = true;
  await trashing;
  expect(totals.filter((total) => total !== 0 && total !== FILES)).toEqual([]);
});
