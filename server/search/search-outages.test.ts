import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchQuery } from '@/contracts/search';
import { createLog } from '@/server/log';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { openHangingServer } from '@/tests/proxies/hanging-server';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { createElasticsearchIndex } from './elasticsearch-index';
import { searchFiles } from './search-files';

const log = createLog('silent', 'test');
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('with Elasticsearch out of reach names are matched in the database, at once and saying so', async () => {
  const ada = await buildAccount(database.db);
  await buildEntry(database.db, ada, { name: '断网报告.txt' });
  const searchIndex = createElasticsearchIndex({
    url: 'http://127.0.0.1:1',
    alias: 'any',
  });
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const startedAt = performance.now();
    const result = await searchFiles(
      { db: database.db, searchIndex, log },
      ada,
      searchQuery.parse({ q: '报告' }),
    );
    expect(result).toMatchObject({ degraded: true, engine: 'postgresql', total: 1, pending: 1 });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  }
  await searchIndex.close();
});

test('with Elasticsearch hanging only the first search waits for it, and not for long', async () => {
  const ada = await buildAccount(database.db);
  await buildEntry(database.db, ada, { name: '挂起报告.txt' });
  const hanging = await openHangingServer();
  const searchIndex = createElasticsearchIndex({ url: hanging.url, alias: 'any' });
  const milliseconds: number[] = [];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const startedAt = performance.now();
    const result = await searchFiles(
      { db: database.db, searchIndex, log },
      ada,
      searchQuery.parse({ q: '报告' }),
    );
    expect(result).toMatchObject({ degraded: true, total: 1 });
    milliseconds.push(performance.now() - startedAt);
  }
  expect(milliseconds[0]).toBeLessThan(2_500);
  expect(milliseconds[1]).toBeLessThan(500);
  expect(milliseconds[2]).toBeLessThan(500);
  await searchIndex.close();
  await hanging.close();
});

test('a slow search leaves a line with its time and shape, and not with its words', async () => {
  const ada = await buildAccount(database.db);
  await buildEntry(database.db, ada, { name: 'secret plan.txt' });
  const hanging = await openHangingServer();
  const searchIndex = createElasticsearchIndex({ url: hanging.url, alias: 'any' });
  const lines: string[] = [];
  const log = createLog('warn', 'test', { write: (line) => lines.push(line) });
  await searchFiles({ db: database.db, searchIndex, log }, ada, searchQuery.parse({ q: 'secret plan' }));
  const slow = lines.filter((line) => line.includes('"slow search"'));
  expect(slow).toHaveLength(1);
  expect(JSON.parse(slow[0] ?? '')).toMatchObject({
    engine: 'postgresql',
    degraded: true,
    total: 1,
    words: 2,
    characters: 11,
  });
  expect(lines.join()).not.toContain('secret');
  await searchIndex.close();
  await hanging.close();
});
