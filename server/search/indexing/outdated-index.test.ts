import { afterEach, beforeEach, expect, test } from 'vitest';
import { searchQuery } from '@/contracts/search';
import type { Actor } from '@/server/accounts/actor';
import { createLog } from '@/server/log';
import { buildAccount } from '@/tests/build-account';
import { buildDocument, buildIndexQuery, put } from '@/tests/build-document';
import { buildEntry } from '@/tests/build-entry';
import { buildEntryMessage } from '@/tests/build-event';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { openTestElasticsearch, type TestElasticsearch } from '@/tests/test-elasticsearch';
import { buildDocument as storedDocument } from '../elasticsearch/build-document';
import { indexMappings, indexSettings, MAPPING_VERSION } from '../elasticsearch/index-settings';
import { createElasticsearchIndex } from '../elasticsearch-index';
import { parseSearch } from '../query-line/parse-search';
import { indexEntries } from './index-entries';
import { prepareIndex } from './prepare-index';
import type { IndexingServices } from './rebuild-index';

let database: TestDatabase;
let elasticsearch: TestElasticsearch;
let services: IndexingServices;
let ada: Actor;

beforeEach(async () => {
  database = await createTestDatabase();
  elasticsearch = openTestElasticsearch();
  const { url, alias } = elasticsearch;
  const searchIndex = createElasticsearchIndex({ url, alias });
  const log = createLog('silent', 'test');
  services = { db: database.db, databaseUrl: database.url, searchIndex, log };
  ada = await buildAccount(database.db);
  await makeIndexOfOlderVersion();
});
afterEach(async () => {
  await services.searchIndex.close();
  await elasticsearch.drop();
  await database.drop();
});

/** As one from before `starred`, `content` and `type`: strict, so that it refuses whatever holds them. */
async function makeIndexOfOlderVersion(): Promise<void> {
  const { starred: _, content: __, type: ___, ...properties } = indexMappings.properties ?? {};
  await elasticsearch.client.indices.create({
    index: `${elasticsearch.alias}-v${MAPPING_VERSION - 1}-first`,
    settings: indexSettings,
    mappings: { ...indexMappings, _meta: { version: MAPPING_VERSION - 1 }, properties },
    aliases: { [elasticsearch.alias]: {} },
  });
}

async function indexedNames(ids: string[]): Promise<string[]> {
  const states = await services.searchIndex.read(ids);
  return states.flatMap((state) => (state.removed ? [] : [state.document.name])).sort();
}

test('an index of an older version is replaced by one that holds all there is', async () => {
  const files = [
    await buildEntry(database.db, ada, { name: 'before.txt' }),
    await buildEntry(database.db, ada, { name: 'after.txt' }),
  ];
  expect(await services.searchIndex.inspect()).toBe('outdated');
  await prepareIndex(services);
  expect(await services.searchIndex.inspect()).toBe('ready');
  expect(await indexedNames(files.map(({ id }) => id))).toEqual(['after.txt', 'before.txt']);
  expect(
    await database.db.entry.count({ where: { id: { in: files.map(({ id }) => id) }, indexedRevision: 0 } }),
  ).toBe(0);
});

test('until the new one stands, an older index answers with all its hits', async () => {
  for (const extension of ['pdf', 'txt']) {
    const file = buildDocument(ada.accountId, `before.${extension}`, { extension });
    const { starred: _, content: __, type: ___, ...document } = storedDocument(put(file), new Date());
    const { alias: index, client } = elasticsearch;
    await client.index({ index, document, id: file.entryId, routing: ada.accountId, refresh: true });
  }
  const search = async (line: string) => {
    const { query, filters } = parseSearch(searchQuery.parse({ q: line }), new Date());
    const asked = buildIndexQuery(ada.accountId, '', {});
    return services.searchIndex.search({ ...asked, query, filters: { ...filters, folderIds: [] } });
  };
  expect(await search('before')).toMatchObject({ step: 0, total: 2, facets: { other: 2 } });
  expect(await search('before type:pdf')).toMatchObject({ step: 0, total: 1, facets: { other: 2 } });
});

test('a document that an older index refuses is written as soon as the new one stands', async () => {
  const file = await buildEntry(database.db, ada, { name: 'refused at first.txt' });
  expect(await indexEntries(services, [buildEntryMessage(file)])).toMatchObject([{ kind: 'retry' }]);
  expect(await indexEntries(services, [buildEntryMessage(file)])).toEqual([{ kind: 'done' }]);
  expect(await indexedNames([file.id])).toEqual(['refused at first.txt']);
});

test('processes that notice it together build one new index', async () => {
  await Promise.all([1, 2, 3].map(() => prepareIndex(services)));
  const indices = Object.keys(await elasticsearch.client.indices.get({ index: `${elasticsearch.alias}*` }));
  expect(indices).toHaveLength(1);
  expect(indices[0]).toContain(`-v${MAPPING_VERSION}-`);
});

test('an index that a newer version made is left alone', async () => {
  await prepareIndex(services);
  await elasticsearch.client.indices.putMapping({
    index: elasticsearch.alias,
    _meta: { version: MAPPING_VERSION + 1 },
  });
  expect(await services.searchIndex.inspect()).toBe('ready');
});
