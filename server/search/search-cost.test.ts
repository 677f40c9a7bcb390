import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { searchQuery } from '@/contracts/search';
import { createLog } from '@/server/log';
import { buildAccount } from '@/tests/build-account';
import { buildDocument, put } from '@/tests/build-document';
import { buildEntry } from '@/tests/build-entry';
import { type CountingProxy, openCountingProxy } from '@/tests/proxies/counting-proxy';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { openTestElasticsearch, type TestElasticsearch } from '@/tests/test-elasticsearch';
import { contentWords } from './content/content-words';
import { createElasticsearchIndex } from './elasticsearch-index';
import { searchFiles } from './search-files';

const log = createLog('silent', 'test');
let database: TestDatabase;
let elasticsearch: TestElasticsearch;
let proxy: CountingProxy;
/** Every statement of this process, whoever asks for it. */
const statements = vi.spyOn(Client.prototype, 'query');

beforeAll(async () => {
  database = await createTestDatabase();
  elasticsearch = openTestElasticsearch();
  proxy = await openCountingProxy(elasticsearch.url);
});
afterAll(async () => {
  statements.mockRestore();
  await proxy.close();
  await elasticsearch.drop();
  await database.drop();
});

test('a page costs two statements and one request for each step it needs, whatever its size, by cursor too', async () => {
  const ada = await buildAccount(database.db);
  const searchIndex = createElasticsearchIndex({ url: proxy.url, alias: elasticsearch.alias });
  await searchIndex.prepare();
  for (let number = 0; number < 120; number += 1) {
    await buildEntry(database.db, ada, { name: `counted ${number}.txt` });
  }
  for (let number = 0; number < 10; number += 1) {
    await buildEntry(database.db, ada, { name: `shuju ${number}.txt` });
  }
  const rows = await database.db.entry.findMany({ where: { ownerId: ada.accountId, name: { not: '' } } });
  await searchIndex.write(
    rows.map(({ id, name, revision }) =>
      put(buildDocument(ada.accountId, name, { entryId: id, revision: Number(revision) })),
    ),
  );
  await searchIndex.makeVisible();
  await database.db.$executeRaw`UPDATE entries SET indexed_revision = revision WHERE parent_id IS NOT NULL`;
  await database.db.entry.updateMany({ where: { name: 'counted 7.txt' }, data: { revision: 1_000_000n } });
  const searches: [q: string, steps: number][] = [
    ['counted', 1],
    ['cuonted', 2],
    // Both could be pinyin, which is asked for first: it holds what is written, so that few hits tell of fewer.
    ['jishu', 2],
    ['shuju', 2],
    ['计数', 2],
    ['counted in:folder type:pdf -x', 2],
    ['in:/a/b size:>1', 1],
  ];
  for (const [q, steps] of searches) {
    for (const size of [1, 20, 100]) {
      let cursor: string | undefined;
      for (let pages = 0; pages < 3; pages += 1) {
        proxy.takeRequests();
        statements.mockClear();
        const input = searchQuery.parse({ q, size, cursor });
        const { nextCursor } = await searchFiles({ db: database.db, searchIndex, log }, ada, input);
        expect(proxy.takeRequests()).toHaveLength(cursor === undefined ? steps : 1);
        expect(statements.mock.calls.length).toBeLessThanOrEqual(2);
        if (nextCursor === null) break;
        cursor = nextCursor;
      }
    }
  }
  await searchIndex.close();
});

test('texts are read for those hits alone that show some of theirs, all in one more statement', async () => {
  const ada = await buildAccount(database.db);
  const searchIndex = createElasticsearchIndex({ url: proxy.url, alias: elasticsearch.alias });
  await searchIndex.prepare();
  const texts = {
    'report.txt': 'The report is about the budget.',
    'notes.txt': 'The budget, with a report.',
    'more notes.txt': 'Nothing but a report.',
  };
  for (const [name, text] of Object.entries(texts)) {
    const { id, revision } = await buildEntry(database.db, ada, { name });
    const sha256 = createHash('sha256').update(name).digest('hex');
    await database.db.blob.create({ data: { sha256, sizeBytes: 30n } });
    await database.db.blobText.create({ data: { sha256, status: 'done', text, words: contentWords(text) } });
    await database.db.entry.update({ where: { id }, data: { sha256, indexedRevision: revision } });
    const content = contentWords(text);
    await searchIndex.write([
      put(buildDocument(ada.accountId, name, { entryId: id, revision: Number(revision), content })),
    ]);
  }
  await searchIndex.makeVisible();
  for (const [q, names, snippets, allowed] of [
    ['budget', 2, 2, 3],
    ['report', 3, 2, 3],
    ['report.txt', 1, 0, 2],
  ] as const) {
    statements.mockClear();
    const { items } = await searchFiles({ db: database.db, searchIndex, log }, ada, searchQuery.parse({ q }));
    expect(items).toHaveLength(names);
    expect(items.filter(({ highlight }) => highlight.content)).toHaveLength(snippets);
    expect(statements).toHaveBeenCalledTimes(allowed);
  }
  await searchIndex.close();
});

test('looking for what was meant costs only the search that finds nothing, and a few statements', async () => {
  const ada = await buildAccount(database.db);
  const searchIndex = createElasticsearchIndex({ url: proxy.url, alias: elasticsearch.alias });
  await searchIndex.prepare();
  const { id, revision } = await buildEntry(database.db, ada, { name: 'cats.txt' });
  const document = buildDocument(ada.accountId, 'cats.txt', { entryId: id, revision: Number(revision) });
  await searchIndex.write([put(document)]);
  await searchIndex.makeVisible();
  await database.db
    .$executeRaw`UPDATE entries SET indexed_revision = revision WHERE owner_id = ${ada.accountId}::uuid`;
  const costOf = async (q: string, actor = ada) => {
    proxy.takeRequests();
    statements.mockClear();
    await searchFiles({ db: database.db, searchIndex, log }, actor, searchQuery.parse({ q }));
    return { requests: proxy.takeRequests().length, statements: statements.mock.calls.length };
  };
  expect(await costOf('cats')).toEqual({ requests: 1, statements: 2 });
  // Whoever was found to lack nothing in the index has no delta to be read.
  const indexed = { ...ada, indexedAt: new Date() };
  expect(await costOf('cats', indexed)).toEqual({ requests: 1, statements: 1 });
  // The folder is looked for all the same, and then what else may have been meant.
  expect(await costOf('cats in:nowhere', indexed)).toEqual({ requests: 2, statements: 2 });
  // The delta, the names, and the suggestion tried: its delta and its page.
  expect(await costOf('cuts')).toEqual({ requests: 3, statements: 4 });
  expect(await costOf('zebra')).toEqual({ requests: 2, statements: 2 });
  await searchIndex.close();
});
