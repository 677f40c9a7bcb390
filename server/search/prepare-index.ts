import type { Database } from '@/server/database/client';
import type { Log } from '@/server/log';
import type { SearchIndex } from './search-index';

/**
 * Makes the index where there is none. Whatever it once showed is taken back into the delta first: an index that was
 * lost would otherwise come back empty, and what it held would be found by nobody until somebody noticed.
 */
export async function prepareIndex({
  db,
  searchIndex,
  log,
}: {
  db: Database;
  searchIndex: SearchIndex;
  log: Log;
}): Promise<void> {
  if (await searchIndex.isPrepared()) return;
  const entries = await db.$executeRaw`UPDATE entries SET indexed_revision = 0 WHERE indexed_revision > 0`;
  if (entries > 0) {
    log.warn(
      { entries },
      'the search index was lost; a new one is being filled. `npm run search:rebuild` is faster',
    );
  }
  await searchIndex.prepare();
}
