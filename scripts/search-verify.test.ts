import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/server/accounts/actor';
import { createLog } from '@/server/log';
import { rebuildIndex } from '@/server/search/indexing/rebuild-index';
import { createPostgresIndex } from '@/server/search/postgres-index';
import { buildAccount } from '@/tests/build-account';
import { buildDocument, put } from '@/tests/build-document';
import { buildEntry } from '@/tests/build-entry';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';

let database: TestDatabase;
let ada: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
  ada = await buildAccount(database.db);
  for (let number = 0; number < 12; number += 1) {
    await buildEntry(database.db, ada, { name: `file ${number}.txt` });
  }
});
afterAll(() => database.drop());

/** The command as npm runs it, against this database and the embedded search. */
async function run(script: string, ...options: string[]) {
  const env = { ...process.env, DATABASE_URL: database.url, ELASTICSEARCH_URL: '', AMQP_URL: '' };
  const ran = promisify(execFile)('npx', ['tsx', `scripts/${script}.ts`, ...options], { env });
  return ran.then(
    ({ stdout, stderr }) => ({ exitCode: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ exitCode: code, stdout, stderr }),
  );
}

function indexAgain() {
  const searchIndex = createPostgresIndex({ db: database.db });
  const log = createLog('silent', 'test');
  return rebuildIndex({ db: database.db, databaseUrl: database.url, searchIndex, log });
}

test('rebuild fills the index, and verify then finds no difference', async () => {
  expect(await run('search-rebuild')).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^search:rebuild: 12 documents in /),
  });
  expect(await run('search-verify')).toMatchObject({
    exitCode: 0,
    stdout: 'search:verify: 12 documents, 0 differences\n',
  });
});

test('verify names each difference and exits 1, and repairs when told', async () => {
  await indexAgain();
  const searchIndex = createPostgresIndex({ db: database.db });
  const ghost = buildDocument(ada.accountId, 'ghost.txt');
  await searchIndex.write([put(ghost)]);
  const verified = await run('search-verify');
  expect(verified).toMatchObject({
    exitCode: 1,
    stdout: expect.stringContaining('search:verify: 13 documents, 1 differences (1 ghost)'),
  });
  expect(verified.stdout).toContain(`ghost ${ghost.entryId}`);
  expect(await database.db.outboxEvent.count()).toBe(0);
  await run('search-verify', '--repair');
  expect(await database.db.outboxEvent.findMany()).toMatchObject([{ type: 'entry.removed' }]);
});

test('verify does not remove more than a tenth of an index unless it is told twice', async () => {
  await indexAgain();
  await database.db.outboxEvent.deleteMany();
  await database.db.entry.deleteMany({ where: { name: { in: ['file 1.txt', 'file 2.txt'] } } });
  const refused = await run('search-verify', '--repair');
  expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('Refused') });
  expect(await database.db.outboxEvent.count()).toBe(0);
  await run('search-verify', '--repair', '--force');
  expect(await database.db.outboxEvent.count()).toBe(2);
});
