import { type IndexingServices, replaceOutdatedIndex } from './rebuild-index';

/**
 * Makes the index where there is none. Whatever it once showed is taken back into the delta first: an index that was
 * lost would otherwise come back empty, and what it held would be found by nobody until somebody noticed. One that an
 * older version made is built anew; it goes on answering meanwhile, and the delta holds what it cannot take.
 */
export async function prepareIndex(services: IndexingServices): Promise<void> {
  const { db, searchIndex, log } = services;
  switch (await searchIndex.inspect()) {
    case 'ready':
      return;
    case 'outdated':
      return replaceOutdatedIndex(services);
    case 'missing': {
      const entries =
        await db.$executeRaw`UPDATE entries SET indexed_revision = 0 WHERE indexed_revision > 0`;
      if (entries > 0) {
        log.warn(
          { entries },
          'the search index was lost; a new one is being filled. `npm run search:rebuild` is faster',
        );
      }
      await searchIndex.prepare();
    }
  }
}
