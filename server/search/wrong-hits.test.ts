import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchQuery } from '@/contracts/search';
import { createLog } from '@/server/log';
import { buildAccount } from '@/tests/build-account';
import { buildDocument, put } from '@/tests/build-document';
import { buildWalkedFiles } from '@/tests/build-walked-files';
import { openSearchTrial, type SearchTrial } from '@/tests/search-trial';
import type { TestDatabase } from '@/tests/test-database';
import { searchFiles } from './search-files';

const log = createLog('silent', 'test');
let trial: SearchTrial;
let database: TestDatabase;

beforeAll(async () => {
  trial = await openSearchTrial();
  database = trial.database;
});
afterAll(() => trial.drop());

test.each(['elasticsearch', 'postgresql'] as const)('with %s wrong hits end no walk', async (engine) => {
  const ada = await buildAccount(database.db);
  const searchIndex = await trial.openIndex(engine);
  const files = await buildWalkedFiles(database.db, ada, 30);
  await database.db.entry.updateMany({
    where: { ownerId: ada.accountId },
    data: { indexedRevision: 1n << 40n },
  });
  const documents = files.map(({ id, name, revision, updatedAt }) =>
    buildDocument(ada.accountId, name, { entryId: id, revision: Number(revision), updatedAt }),
  );
  const ghosts = Array.from({ length: 90 }, (_, number) =>
    buildDocument(ada.accountId, `walk ghost ${number}.txt`, { updatedAt: new Date('2026-01-15') }),
  );
  await searchIndex.write([...documents, ...ghosts].map(put));
  await searchIndex.makeVisible();
  const found: string[] = [];
  let cursor: string | undefined;
  let isShort = false;
  do {
    const input = searchQuery.parse({ q: 'walk', size: 4, cursor });
    const { items, nextCursor } = await searchFiles({ db: database.db, searchIndex, log }, ada, input);
    found.push(...items.map(({ id }) => id));
    isShort ||= items.length === 0;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  // More ghosts stand together than two requests pass over.
  expect(isShort).toBe(true);
  expect(found.toSorted()).toEqual(files.map(({ id }) => id).toSorted());
});

test.each(['elasticsearch', 'postgresql'] as const)(
  'with %s hits that are only out of date stay on a page beside wrong ones',
  async (engine) => {
    const ada = await buildAccount(database.db);
    const searchIndex = await trial.openIndex(engine);
    const files = await buildWalkedFiles(database.db, ada, 12);
    await database.db.entry.updateMany({
      where: { ownerId: ada.accountId },
      data: { indexedRevision: 1n << 40n, revision: 1_000_000n },
    });
    const late = files.map(({ id, updatedAt }) =>
      buildDocument(ada.accountId, 'walk.txt', { entryId: id, revision: 1, updatedAt }),
    );
    // Newer than one half of the files, and older than the other.
    const ghosts = Array.from({ length: 20 }, () =>
      buildDocument(ada.accountId, 'walk.txt', { updatedAt: new Date('2026-01-15') }),
    );
    await searchIndex.write([...late, ...ghosts].map(put));
    await searchIndex.makeVisible();
    const input = searchQuery.parse({ q: 'walk', size: 12, sort: 'updatedAt' });
    const { items } = await searchFiles({ db: database.db, searchIndex, log }, ada, input);
    const newest = files.filter(({ updatedAt }) => updatedAt > new Date('2026-01-15'));
    expect(items.slice(0, 6).map(({ id }) => id)).toEqual(newest.map(({ id }) => id).toSorted());
  },
);
