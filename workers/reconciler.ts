import { prepareIndex } from '@/server/search/indexing/prepare-index';
import { purgeTombstones } from '@/server/search/indexing/purge-tombstones';
import { readNewestRevision, reconcileDelta } from '@/server/search/indexing/reconcile-delta';
import type { Services } from '@/server/services';
import { type Chore, repeatAll } from './repeat';
import type { Worker } from './worker';

const MINUTE = 60;

/** Repairs what messages did not: publishes again what stayed unindexed, and forgets old tombstones. */
export const reconciler: Worker = {
  name: 'reconciler',
  async start(services) {
    return repeatAll([unindexedEntries(services), oldTombstones(services)], services.log);
  },
};

/** What was there a minute ago and is not indexed now: its message was lost, or failed for good. */
function unindexedEntries({ db, searchIndex, log, config }: Services): Chore {
  let newestBefore: bigint | undefined;
  return {
    name: 'unindexed entries',
    everySeconds: MINUTE,
    async run() {
      // Throws while the engine is away: the messages are still being tried, and more would only pile up.
      await prepareIndex({ db, searchIndex, log, databaseUrl: config.database.url });
      const entries = newestBefore === undefined ? 0 : await reconcileDelta(db, newestBefore);
      newestBefore = await readNewestRevision(db);
      if (entries > 0) log.warn({ entries }, 'changes stayed unindexed for a minute and are published again');
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
