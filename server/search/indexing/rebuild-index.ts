import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Database } from '@/server/database/client';
import type { Log } from '@/server/log';
import { backOffMs } from '@/server/wake-up';
import type { IndexChange, IndexRebuild, SearchIndex, WriteOutcome } from '../search-index';
import { streamCurrentEntries, toChange } from './file-document';
import { markRebuilt, readSettledRevision } from './mark-rebuilt';
import { TOMBSTONE_MS } from './purge-tombstones';

export interface IndexingServices {
  db: Database;
  databaseUrl: string;
  searchIndex: SearchIndex;
  log: Log;
}

const PAGE_SIZE = 1_000;
/** While one page is being indexed the next is read and prepared. */
const PAGES_AT_ONCE = 4;
const MAX_TRIES = 6;
/** How often the log says how far it is. */
const DOCUMENTS_PER_LINE = 100_000;
/** Any number that no other advisory lock of Netdisk has. */
const REBUILD_LOCK = 4118;

/**
 * Builds the index anew from the database and switches searches to it; writes go on meanwhile and to both.
 * @param brokenOff aborted when somebody no longer wants it.
 * @returns how many documents it holds.
 * @throws {Error} when it is broken off, another rebuild is under way, a document was refused, or the connection of its
 * lock broke; the old index then stays in use, and of the new one nothing stays.
 */
export function rebuildIndex(services: IndexingServices, brokenOff?: AbortSignal): Promise<number> {
  return withConnection(services, async (connection) => {
    const { rows } = await connection.client.query<{ locked: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS locked',
      [REBUILD_LOCK],
    );
    if (!rows[0]?.locked) throw new Error('Another search:rebuild is under way. Wait until it is done.');
    const signals = brokenOff ? [connection.lost, brokenOff] : [connection.lost];
    return build(services, connection.client, AbortSignal.any(signals));
  });
}

/**
 * Rebuilds an index that an older version made. Of several processes that notice it one does so, and the others wait
 * until it is done.
 * @throws {Error} when a document was refused; the old index then stays in use.
 */
export function replaceOutdatedIndex(services: IndexingServices): Promise<void> {
  return withConnection(services, async (connection) => {
    await connection.client.query('SELECT pg_advisory_lock($1)', [REBUILD_LOCK]);
    if ((await services.searchIndex.inspect()) !== 'outdated') return;
    services.log.warn('the search index is of an older version; a new one is being built beside it');
    const documents = await build(services, connection.client, connection.lost);
    services.log.info({ documents }, 'the search index is of this version now');
  });
}

/** Holds the lock for as long as it is open. `lost` is aborted when it breaks, and the lock with it. */
interface LockConnection {
  client: Client;
  lost: AbortSignal;
}

/** A connection of its own for the lock: whatever happens to this process, its end gives the lock back. */
async function withConnection<Result>(
  { databaseUrl }: IndexingServices,
  work: (connection: LockConnection) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: databaseUrl });
  const lost = new AbortController();
  // Nobody asks it anything while the index is filled: without a listener Node would end the process.
  client.on('error', (error) => lost.abort(error));
  await client.connect();
  try {
    return await work({ client, lost: lost.signal });
  } finally {
    await client.end();
  }
}

async function build(
  { db, searchIndex, log }: IndexingServices,
  client: Client,
  ended: AbortSignal,
): Promise<number> {
  await searchIndex.prepare();
  // Before anything is read.
  const settledRevision = await readSettledRevision(client);
  const rebuild = await searchIndex.startRebuild();
  const documents = await fill(db, rebuild, log, ended).catch(async (error: unknown) => {
    await rebuild.abandon();
    throw error;
  });
  await rebuild.finish();
  await markRebuilt(db, searchIndex, settledRevision);
  return documents;
}

async function fill(db: Database, rebuild: IndexRebuild, log: Log, ended: AbortSignal): Promise<number> {
  const removedSince = new Date(Date.now() - TOMBSTONE_MS);
  const reading = { pageSize: PAGE_SIZE, removedSince, withContent: true };
  const writing = new Set<Promise<void>>();
  let failure: unknown = null;
  let documents = 0;
  for await (const page of streamCurrentEntries(db, reading)) {
    documents += page.filter(({ live }) => live).length;
    const work: Promise<void> = writeAll(rebuild, page.map(toChange), log)
      .catch((error: unknown) => {
        failure ??= error;
      })
      .finally(() => writing.delete(work));
    writing.add(work);
    if (writing.size >= PAGES_AT_ONCE) await Promise.race(writing);
    if (failure || ended.aborted) break;
    if (documents % DOCUMENTS_PER_LINE < PAGE_SIZE) log.info({ documents }, 'building the search index');
  }
  await Promise.all(writing);
  if (failure) throw failure;
  ended.throwIfAborted();
  return documents;
}

/**
 * Writes until each change is in the new index, with growing pauses while the engine is too busy or does not answer:
 * one slow answer must not cost the work of hours, and what was written after all is `newer` the next time.
 */
async function writeAll(rebuild: IndexRebuild, changes: IndexChange[], log: Log): Promise<void> {
  let left = changes;
  for (let attempt = 1; left.length > 0; attempt += 1) {
    const outcomes = await rebuild.write(left).catch((error: unknown): WriteOutcome[] => {
      if (attempt >= MAX_TRIES) throw error;
      log.warn({ err: error, attempt }, 'the search engine did not answer a rebuild; trying again');
      return left.map(() => ({ kind: 'retry', reason: 'no answer' }));
    });
    const rejected = outcomes.find(({ kind }) => kind === 'rejected');
    if (rejected?.kind === 'rejected') throw new Error(`A document was refused: ${rejected.reason}`);
    const again = left.filter((_, position) => outcomes[position]?.kind === 'retry');
    if (again.length > 0 && attempt >= MAX_TRIES) throw new Error('The search engine stays too busy.');
    left = again;
    if (left.length > 0) await pause(backOffMs(attempt));
  }
}
