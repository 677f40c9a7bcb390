import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { netdiskEvent } from '@/contracts/events';
import type { Actor } from '@/server/accounts/actor';
import { createLog } from '@/server/log';
import type { IncomingMessage } from '@/server/queue/queue';
import { buildAccount } from '@/tests/build-account';
import { buildDocument, buildIndexQuery, put } from '@/tests/build-document';
import { buildEntry } from '@/tests/build-entry';
import { buildEntryMessage } from '@/tests/build-event';
import { openSearchTrial, type SearchTrial } from '@/tests/search-trial';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { waitUntil } from '@/tests/wait-until';
import { createPostgresIndex } from '../postgres-index';
import type { IndexRebuild, SearchIndex } from '../search-index';
import { compareIndex, type Difference } from './compare-index';
import { readCurrentEntries } from './file-document';
import { indexEntries } from './index-entries';
import { type IndexingServices, rebuildIndex } from './rebuild-index';
import { repairEntries } from './repair-entries';

const log = createLog('silent', 'test');
const DAY_MS = 86_400_000;

describe.each(['elasticsearch', 'postgresql'] as const)('with %s', (engine) => {
  let trial: SearchTrial;
  let database: TestDatabase;
  let searchIndex: SearchIndex;
  let ada: Actor;

  beforeAll(async () => {
    trial = await openSearchTrial();
    database = trial.database;
    searchIndex = await trial.openIndex(engine);
    ada = await buildAccount(database.db);
  });
  afterAll(() => trial.drop());

  async function buildIndexed(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let number = 0; number < count; number += 1) {
      ids.push((await buildEntry(database.db, ada, { name: `file ${number} ${randomUUID()}.txt` })).id);
    }
    await settle(ids);
    return ids;
  }

  /** Indexes these entries and whatever the outbox tells of. */
  async function settle(ids: string[]): Promise<void> {
    const rows = await database.db.entry.findMany({ where: { id: { in: ids } } });
    const told = await database.db.outboxEvent.findMany();
    await database.db.outboxEvent.deleteMany();
    const events: IncomingMessage['event'][] = [
      ...rows.map((row) => buildEntryMessage(row).event),
      ...told.map(({ payload }) => netdiskEvent.parse(payload)),
    ];
    const messages = events.map((event) => ({ messageId: randomUUID(), attempt: 0, event }));
    await indexEntries(servicesOver(database, searchIndex), messages);
  }

  async function compare() {
    const found: Difference[] = [];
    const comparison = await compareIndex({ db: database.db, searchIndex }, (some) => {
      found.push(...some);
    });
    return { comparison, found };
  }

  test('an index that holds what the database holds has no differences', async () => {
    await buildIndexed(25);
    const trashed = await buildEntry(database.db, ada, { name: 'trashed.txt', trashedAt: new Date() });
    await settle([trashed.id]);
    await buildEntry(database.db, ada, { name: 'pending.txt' });
    const { comparison, found } = await compare();
    expect(found).toEqual([]);
    expect(comparison).toMatchObject({ documents: 25, pending: 1 });
    await settle((await database.db.entry.findMany({ where: { name: 'pending.txt' } })).map(({ id }) => id));
  });

  test('each kind of difference is found, named and repaired', async () => {
    const [missing, stale, ahead, different, trashed] = await buildIndexed(5);
    if (!missing || !stale || !ahead || !different || !trashed) throw new Error('five entries were built');
    const documents = await readCurrentEntries(database.db, [missing, stale, ahead, different]);
    const documentOf = (id: string) => {
      const entry = documents.get(id);
      if (!entry) throw new Error('the entry exists');
      const { live: _, pending: __, ...document } = entry;
      return document;
    };
    const revisionOf = (id: string) => documentOf(id).revision;
    const ghost = buildDocument(ada.accountId, 'ghost.txt');
    await searchIndex.write([
      { kind: 'remove', entryId: missing, ownerId: ada.accountId, revision: revisionOf(missing) + 1 },
      put({ ...documentOf(ahead), revision: 5_000_000 }),
      put(ghost),
    ]);
    // The database moved on and the index was told that it had followed.
    await database.db.$executeRaw`
      UPDATE entries SET revision = revision + 100000, indexed_revision = revision + 100000 WHERE id = ${stale}::uuid`;
    await database.db.$executeRaw`UPDATE entries SET name = 'other.txt' WHERE id = ${different}::uuid`;
    await database.db.$executeRaw`UPDATE entries SET trashed_at = now() WHERE id = ${trashed}::uuid`;

    const { comparison, found } = await compare();
    const kindOf = (id: string) => found.filter(({ entryId }) => entryId === id).map(({ kind }) => kind);
    expect(kindOf(missing)).toEqual(['missing']);
    expect(kindOf(stale)).toEqual(['stale']);
    expect(kindOf(ahead)).toEqual(['ahead']);
    expect(kindOf(different)).toEqual(['different']);
    expect(kindOf(trashed)).toEqual(['ghost']);
    expect(kindOf(ghost.entryId)).toEqual(['ghost']);
    expect(comparison.differences).toEqual({ missing: 1, stale: 1, ahead: 1, different: 1, ghost: 2 });

    await repairEntries(database.db, found);
    await settle([]);
    expect((await compare()).found).toEqual([]);
  });

  test('a rebuild brings an index that lost everything back, with tombstones for what was just removed', async () => {
    const [kept, removed] = await buildIndexed(2);
    if (!kept || !removed) throw new Error('two entries were built');
    await database.db.entry.update({ where: { id: removed }, data: { trashedAt: new Date() } });
    await settle([removed]);
    await database.db.$executeRaw`UPDATE entries SET indexed_revision = 0 WHERE parent_id IS NOT NULL`;
    const ghost = buildDocument(ada.accountId, 'ghost of a lost database.txt', { revision: 9_000_000 });
    await searchIndex.write([
      put(ghost),
      { kind: 'remove', entryId: kept, ownerId: ada.accountId, revision: 9_000_000 },
    ]);
    const services = servicesOver(database, searchIndex);
    const documents = await rebuildIndex(services);
    const { comparison, found } = await compare();
    expect(found).toEqual([]);
    expect(comparison).toMatchObject({ documents, pending: 0 });
    await expect(rebuildIndex(services)).resolves.toBe(documents);
    const [tombstone] = await searchIndex.read([removed]);
    expect(tombstone).toMatchObject({ removed: true });
    expect(await searchIndex.purgeTombstones(new Date(Date.now() + DAY_MS))).toBeGreaterThan(0);
  });

  test('a rebuild that lost an answer of the engine asks again, and is whole', async () => {
    await buildIndexed(20);
    const lost = { answers: 0 };
    const losing: SearchIndex = {
      ...searchIndex,
      async startRebuild() {
        const rebuild = await searchIndex.startRebuild();
        return {
          ...rebuild,
          async write(changes) {
            const outcomes = await rebuild.write(changes);
            if (lost.answers++ === 0) throw new Error('Request timed out');
            return outcomes;
          },
        };
      },
    };
    await rebuildIndex(servicesOver(database, losing));
    expect(lost.answers).toBeGreaterThan(1);
    expect((await compare()).found).toEqual([]);
  });

  test('searches and writes go on while an index is rebuilt, and nothing of it is lost', async () => {
    await buildIndexed(200);
    const during: string[] = [];
    let rebuilding = true;
    const work = (async () => {
      while (rebuilding) {
        during.push(...(await buildIndexed(5)));
        const answer = await searchIndex.search(buildIndexQuery(ada.accountId, 'file', { size: 1 }));
        expect(answer.total).toBeGreaterThanOrEqual(200);
      }
    })();
    const services = servicesOver(database, searchIndex);
    for (let round = 0; round < 3; round += 1) await rebuildIndex(services);
    rebuilding = false;
    await work;
    expect(during.length).toBeGreaterThan(0);
    expect((await compare()).found).toEqual([]);
  });
});

test('two rebuilds at once: the second says so', async () => {
  const database = await createTestDatabase();
  const searchIndex = createPostgresIndex({ db: database.db });
  const services = servicesOver(database, searchIndex);
  const ada = await buildAccount(database.db);
  for (let number = 0; number < 50; number += 1) {
    await buildEntry(database.db, ada, { name: `file ${number}` });
  }
  const results = await Promise.allSettled([rebuildIndex(services), rebuildIndex(services)]);
  const refusals = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));
  expect(refusals).toEqual([expect.stringContaining('Another search:rebuild is under way')]);
  await database.drop();
});

test('a rebuild that is broken off says so, and takes away what it began', async () => {
  const database = await createTestDatabase();
  const searchIndex = createPostgresIndex({ db: database.db });
  const ada = await buildAccount(database.db);
  await buildEntry(database.db, ada, { name: 'file' });
  const brokenOff = new AbortController();
  const [finish, abandon] = [vi.fn(async () => undefined), vi.fn(async () => undefined)];
  const startRebuild = async (): Promise<IndexRebuild> => ({
    async write(changes) {
      brokenOff.abort(new Error('somebody pressed Ctrl-C'));
      return changes.map(() => ({ kind: 'written' }));
    },
    finish,
    abandon,
  });
  const services = servicesOver(database, { ...searchIndex, startRebuild });
  await expect(rebuildIndex(services, brokenOff.signal)).rejects.toThrow('Ctrl-C');
  expect(abandon).toHaveBeenCalledOnce();
  expect(finish).not.toHaveBeenCalled();
  await database.drop();
});

test('a rebuild whose lock is gone ends and says so, and leaves the index as it was', async () => {
  const database = await createTestDatabase();
  const searchIndex = createPostgresIndex({ db: database.db });
  const ada = await buildAccount(database.db);
  await buildEntry(database.db, ada, { name: 'file' });
  const isLocked = async () => {
    const rows = await database.db.$queryRaw<unknown[]>`
      SELECT pg_terminate_backend(pid) FROM pg_locks
      WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    return rows.length > 0;
  };
  const finish = vi.fn(async () => undefined);
  const startRebuild = async (): Promise<IndexRebuild> => ({
    ...(await searchIndex.startRebuild()),
    async write(changes) {
      await waitUntil('the connection is cut', async () => !(await isLocked()));
      return changes.map(() => ({ kind: 'written' }));
    },
    finish,
  });
  const services = servicesOver(database, { ...searchIndex, startRebuild });
  await expect(rebuildIndex(services)).rejects.toThrow(/terminat/i);
  expect(finish).not.toHaveBeenCalled();
  await database.drop();
});

function servicesOver({ db, url }: TestDatabase, searchIndex: SearchIndex): IndexingServices {
  return { db, databaseUrl: url, searchIndex, log };
}
