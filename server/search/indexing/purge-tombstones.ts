import type { SearchIndex } from '../search-index';

/** How long an index keeps a tombstone: longer than a message about the removed entry can be on its way. */
export const TOMBSTONE_MS = 24 * 3_600_000;

/** Lets the index forget removals of a day ago. @returns how many. */
export async function purgeTombstones(searchIndex: SearchIndex, now = new Date()): Promise<number> {
  return searchIndex.purgeTombstones(new Date(now.getTime() - TOMBSTONE_MS));
}
