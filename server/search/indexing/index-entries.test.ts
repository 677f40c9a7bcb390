import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entry } from '@/prisma/generated/client';
import { createLog } from '@/server/log';
import type { IncomingMessage } from '@/server/queue/queue';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { buildEntryMessage, buildShareEvent } from '@/tests/build-event';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { openTestElasticsearch, type TestElasticsearch } from '@/tests/test-elasticsearch';
import { createElasticsearchIndex } from '../elasticsearch-index';
import type { SearchIndex, WriteOutcome } from '../search-index';
import { indexEntries } from './index-entries';
import { readNewestRevision, reconcileDelta } from './reconcile-delta';

const log = createLog('silent', 'test');
let database: TestDatabase;
let elasticsearch: TestElasticsearch;
let searchIndex: SearchIndex;

beforeAll(async () => {
  database = await createTestDatabase();
  elasticsearch = openTestElasticsearch();
  searchIndex = createElasticsearchIndex({ url: elasticsearch.url, alias: elasticsearch.alias });
});
afterAll(async () => {
  await searchIndex.close();
  await elasticsearch.drop();
  await database.drop();
});

function index(...messages: IncomingMessage[]) {
  return indexEntries({ db: database.db, databaseUrl: database.url, searchIndex, log }, messages);
}

async function raise(id: string, data: { name?: string; trashedAt?: Date | null }): Promise<Entry> {
  await database.db
    .$executeRaw`UPDATE entries SET revision = nextval('entry_revision_seq') WHERE id = ${id}::uuid`;
  return database.db.entry.update({ where: { id }, data });
}

async function stateOf(id: string) {
  await searchIndex.makeVisible();
  return (await searchIndex.read([id]))[0];
}

function indexedRevision(id: string) {
  return database.db.entry.findUniqueOrThrow({ where: { id } }).then((row) => row.indexedRevision);
}

test('an index that is missing is made, and what a lost one held goes back into the delta', async () => {
  const ada = await buildAccount(database.db);
  const held = await buildEntry(database.db, ada, { name: 'held by the lost one.txt' });
  await database.db.$executeRaw`UPDATE entries SET indexed_revision = revision WHERE id = ${held.id}::uuid`;
  const file = await buildEntry(database.db, ada, { name: 'first.txt' });
  expect(await index(buildEntryMessage(file))).toEqual([{ kind: 'retry', reason: expect.any(String) }]);
  expect(await indexedRevision(held.id)).toBe(0n);
  expect(await index(buildEntryMessage(file))).toEqual([{ kind: 'done' }]);
});

test('the document holds what the row says now, whatever the message says', async () => {
  const ada = await buildAccount(database.db);
  const folder = await buildEntry(database.db, ada, { name: 'outer', kind: 'folder' });
  const inner = await buildEntry(database.db, ada, { name: 'inner', kind: 'folder', parentId: folder.id });
  const file = await buildEntry(database.db, ada, { name: 'old.txt', parentId: inner.id });
  const old = buildEntryMessage(file);
  const renamed = await raise(file.id, { name: 'new.txt' });
  expect(await index(old, buildEntryMessage(renamed), old)).toEqual([
    { kind: 'done' },
    { kind: 'done' },
    { kind: 'done' },
  ]);
  expect(await stateOf(file.id)).toMatchObject({
    revision: Number(renamed.revision),
    removed: false,
    document: { name: 'new.txt', ancestorIds: [inner.id, folder.id], ownerId: ada.accountId },
  });
  expect(await indexedRevision(file.id)).toBe(renamed.revision);
});

test('late, repeated and reordered messages never resurrect a trashed entry', async () => {
  const ada = await buildAccount(database.db);
  const file = await buildEntry(database.db, ada, { name: 'doomed.txt' });
  const saved = buildEntryMessage(file);
  const trashed = await raise(file.id, { trashedAt: new Date() });
  const removed = buildEntryMessage(trashed, 'entry.removed');
  for (const message of [removed, saved, removed, saved, saved]) await index(message);
  expect(await stateOf(file.id)).toMatchObject({ removed: true, revision: Number(trashed.revision) });
  expect(await indexedRevision(file.id)).toBe(trashed.revision);
});

test('an entry without a row gets a tombstone', async () => {
  const ada = await buildAccount(database.db);
  const gone = { id: randomUUID(), ownerId: ada.accountId, revision: 77n };
  expect(await index(buildEntryMessage(gone, 'entry.removed'))).toEqual([{ kind: 'done' }]);
  expect(await stateOf(gone.id)).toEqual({ entryId: gone.id, revision: 77, removed: true });
});

test('messages that name nothing of ours fail alone', async () => {
  const ada = await buildAccount(database.db);
  const file = await buildEntry(database.db, ada, { name: 'fine.txt' });
  const share = { messageId: 'share', attempt: 0, event: buildShareEvent('abc', new Date()) };
  const broken = buildEntryMessage({ id: 'no uuid', ownerId: ada.accountId, revision: 1n });
  expect((await index(share, buildEntryMessage(file), broken)).map(({ kind }) => kind)).toEqual([
    'failed',
    'done',
    'failed',
  ]);
});

test('each outcome of the engine decides about its own message, and only what is in the index leaves the delta', async () => {
  const ada = await buildAccount(database.db);
  const kinds = ['written', 'newer', 'retry', 'rejected'] as const;
  const files: Entry[] = [];
  for (const kind of kinds) files.push(await buildEntry(database.db, ada, { name: kind }));
  const scripted: SearchIndex = {
    ...searchIndex,
    write: async (changes) =>
      changes.map((change): WriteOutcome => {
        const kind =
          kinds.find((each) => change.kind === 'put' && change.document.name === each) ?? 'written';
        return kind === 'retry' || kind === 'rejected' ? { kind, reason: kind } : { kind };
      }),
  };
  const outcomes = await indexEntries(
    { db: database.db, databaseUrl: database.url, searchIndex: scripted, log },
    files.map((file) => buildEntryMessage(file)),
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'retry', 'failed']);
  const indexed = await Promise.all(
    files.map(async ({ id, revision }) => (await indexedRevision(id)) === revision),
  );
  expect(indexed).toEqual([true, true, false, false]);
});

test('an entry leaves the delta only after the index shows it', async () => {
  const ada = await buildAccount(database.db);
  const file = await buildEntry(database.db, ada, { name: 'order.txt' });
  const steps: string[] = [];
  const watched: SearchIndex = {
    ...searchIndex,
    async makeVisible() {
      steps.push(`visible, indexed revision ${await indexedRevision(file.id)}`);
      await searchIndex.makeVisible();
    },
  };
  await indexEntries({ db: database.db, databaseUrl: database.url, searchIndex: watched, log }, [
    buildEntryMessage(file),
  ]);
  expect(steps).toEqual(['visible, indexed revision 0']);
  expect(await indexedRevision(file.id)).toBe(file.revision);
});

test('with the engine out of reach the whole batch is tried again later', async () => {
  const ada = await buildAccount(database.db);
  const file = await buildEntry(database.db, ada, { name: 'later.txt' });
  const away = createElasticsearchIndex({ url: 'http://127.0.0.1:1', alias: elasticsearch.alias });
  await expect(
    indexEntries({ db: database.db, databaseUrl: database.url, searchIndex: away, log }, [
      buildEntryMessage(file),
    ]),
  ).rejects.toThrow();
  await away.close();
  expect(await indexedRevision(file.id)).toBe(0n);
});

test('two indexers at once, in different orders, end in the same documents', async () => {
  const ada = await buildAccount(database.db);
  const files: Entry[] = [];
  for (let number = 0; number < 30; number += 1) {
    files.push(await buildEntry(database.db, ada, { name: `both ${number}.txt` }));
  }
  const messages = files.map((file) => buildEntryMessage(file));
  await Promise.all([index(...messages), index(...messages.toReversed()), index(...messages)]);
  const rows = await database.db.entry.findMany({ where: { ownerId: ada.accountId, name: { not: '' } } });
  expect(rows.every((row) => row.indexedRevision === row.revision)).toBe(true);
  await searchIndex.makeVisible();
  expect(await searchIndex.read(files.map(({ id }) => id))).toHaveLength(30);
});

test('what is still pending a minute later is published again, once, unless the outbox still holds it', async () => {
  const ada = await buildAccount(database.db);
  const lost = await buildEntry(database.db, ada, { name: 'lost.txt' });
  const trashed = await buildEntry(database.db, ada, { name: 'lost too.txt', trashedAt: new Date() });
  const upTo = await readNewestRevision(database.db);
  const young = await buildEntry(database.db, ada, { name: 'young.txt' });
  await database.db.outboxEvent.deleteMany();
  const published = await reconcileDelta(database.db, { above: 0n, upTo });
  expect(published.entries).toBeGreaterThanOrEqual(2);
  const events = await database.db.outboxEvent.findMany();
  const typeOf = (id: string) =>
    events.filter(({ payload }) => JSON.stringify(payload).includes(id)).map(({ type }) => type);
  expect(typeOf(lost.id)).toEqual(['entry.saved']);
  expect(typeOf(trashed.id)).toEqual(['entry.removed']);
  expect(typeOf(young.id)).toEqual([]);
  expect(typeOf(ada.rootId)).toEqual([]);
  const all = { above: 0n, upTo };
  await database.db.$executeRaw`UPDATE outbox_events SET created_at = now() - interval '2 minutes'`;
  expect(await reconcileDelta(database.db, all)).toEqual({ entries: 0, upTo: 0n });
  await database.db.outboxEvent.updateMany({ data: { attempts: 1 } });
  expect((await reconcileDelta(database.db, all)).entries).toBe(published.entries);
  await database.db.outboxEvent.deleteMany();
  expect(await reconcileDelta(database.db, { above: published.upTo, upTo })).toEqual({ entries: 0, upTo });
});
