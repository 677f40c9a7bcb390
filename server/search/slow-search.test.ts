import { createServer, type Socket } from 'node:net';

import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchQuery } from '@/contracts/search';
import { createLog } from '@/server/log';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { createElasticsearchIndex } from './elasticsearch-index';
import { searchFiles } from './search-files';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

test('a slow search leaves a line with its time and shape, and not with its words', async () => {
  const ada = await buildAccount(database.db);
  await buildEntry(database.db, ada, { name: 'secret plan.txt' });
  const sockets = new Set<Socket>();
  const hanging = createServer((socket) => sockets.add(socket));
  await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
  const address = hanging.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const searchIndex = createElasticsearchIndex({ url: `http://127.0.0.1:${address.port}`, alias: 'any' });
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
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => hanging.close(resolve));
});
