import type { BatchHandler } from '@/server/queue/queue';
import { indexEntries } from '@/server/search/indexing/index-entries';
import { prepareIndex } from '@/server/search/indexing/prepare-index';
import type { IndexingServices } from '@/server/search/indexing/rebuild-index';
import { backOffMs, createWakeUp } from '@/server/wake-up';
import { type RunningWorker, stopTogether, type Worker } from './worker';

/** Large batches: one query and one bulk request serve a whole batch, and searches are refreshed once for it. */
const CONSUMING = { batchSize: 500, concurrency: 2 };

/** Brings the search index to what the rows say. */
export const indexer: Worker = {
  name: 'indexer',
  async start(services) {
    const { db, searchIndex, log, queue, config } = services;
    const indexing = { db, searchIndex, log, databaseUrl: config.database.url };
    const handle: BatchHandler = (messages) => indexEntries(indexing, messages);
    return stopTogether([
      await queue.consume('queue.file.save', CONSUMING, handle),
      await queue.consume('queue.file.remove', CONSUMING, handle),
      keepPreparing(indexing),
    ]);
  },
};

/**
 * Makes the index of a fresh installation, so that search is whole before the first file, and replaces one of an older
 * version; waits for an engine that is away.
 */
function keepPreparing(indexing: IndexingServices): RunningWorker {
  const stopped = createWakeUp();
  let stopping = false;

  async function prepare(): Promise<void> {
    for (let failures = 0; !stopping; failures += 1) {
      try {
        return await prepareIndex(indexing);
      } catch (error) {
        indexing.log.error({ err: error }, 'the search index cannot be prepared yet');
        await stopped.wait(backOffMs(failures));
      }
    }
  }

  const preparing = prepare();
  return {
    async stop() {
      stopping = true;
      stopped.wake();
      await preparing;
    },
  };
}
