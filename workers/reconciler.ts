import { requestAgain } from '@/server/content/request-again';
import { prepareIndex } from '@/server/search/indexing/prepare-index';
import { purgeTombstones } from '@/server/search/indexing/purge-tombstones';
import { readNewestRevision, reconcileDelta } from '@/server/search/indexing/reconcile-delta';
import type { Services } from '@/server/services';
import { type Chore, repeatAll } from './repeat';
import type { Worker } from './worker';

const MINUTE = 60;

/** Repairs what messages did not: publishes again what stayed unindexed or unread, and forgets old tombstones. */
export const reconciler: Worker = {
  name: 'reconciler',
  async start(services) {
    return repeatAll(
      [unindexedEntries(services), oldTombstones(services), unreadFiles(services)],
      services.log,
    );
  },
};

/** Longer than a message is tried for (server/queue/delivery-rules.ts): what is unindexed then has none any more. */
const FORGET_AFTER_MS = 2 * 3_600_000;

/**
 * What was there a minute ago and is not indexed now: its message was lost, or failed for good. Each change is published
 * again once in two hours: an index that takes nothing, or an indexer that is away, must not fill the queues.
 */
function unindexedEntries({ db, searchIndex, log, config }: Services): Chore {
  let newestBefore: bigint | undefined;
  let published = { upTo: 0n, since: performance.now() };
  return {
    name: 'unindexed entries',
    everySeconds: MINUTE,
    async run() {
      // Throws while the engine is away: the messages are still being tried, and more would only pile up.
      await prepareIndex({ db, searchIndex, log, databaseUrl: config.database.url });
      if (performance.now() - published.since > FORGET_AFTER_MS)
        published = { upTo: 0n, since: performance.now() };
      if (newestBefore !== undefined) {
        const { entries, upTo } = await reconcileDelta(db, { above: published.upTo, upTo: newestBefore });
        published.upTo = upTo;
        if (entries > 0)
          log.warn({ entries }, 'changes stayed unindexed for a minute and are published again');
      }
      newestBefore = await readNewestRevision(db);
    },
  };
}

function oldTombstones({ searchIndex, log }: Services): Chore {
  return {
    name: 'old tombstones',
    everySeconds: 60 * MINUTE,
    async run() {
      const tombstones = await purgeTombstones(searchIndex);
      if (tombstones > 0) log.info({ tombstones }, 'the index forgot removals of a day ago');
    },
  };
}

function unreadFiles({ db, log }: Services): Chore {
  return {
    name: 'unread files',
    everySeconds: 60 * MINUTE,
    async run() {
      const files = await requestAgain(db);
      if (files > 0) log.warn({ files }, 'files stayed unread for a day and are asked for again');
    },
  };
}
