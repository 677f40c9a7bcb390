import type { SearchIndex } from '../search-index';

/** Longer than any message about the removed entry can still be on its way. */
const KEPT_HOURS = 24;

/** Lets the index forget removals of a day ago. @returns how many. */
export async function purgeTombstones(searchIndex: SearchIndex, now = new Date()): Promise<number> {
  return searchIndex.purgeTombstones(new Date(now.getTime() - KEPT_HOURS * 3_600_000));
}
