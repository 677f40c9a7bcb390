import type { SearchQuery } from '@/contracts/search';
import { compareSortKeys, nameSortKey } from './names/sort-key';
import type { IndexHit } from './search-index';

type Comparison = (first: IndexHit, second: IndexHit) => number;

/**
 * The one order of hits, which every engine follows: the chosen sort, then the newest, then the id, so that no
 * two hits ever tie and pages never overlap.
 */
export function compareHits(sort: SearchQuery['sort'], order: 'asc' | 'desc'): Comparison {
  const direction = order === 'asc' ? 1 : -1;
  const chosen: Comparison = {
    relevance: (first: IndexHit, second: IndexHit) => second.rank - first.rank,
    name: (first: IndexHit, second: IndexHit) =>
      direction * compareSortKeys(nameSortKey(first.name), nameSortKey(second.name)),
    size: (first: IndexHit, second: IndexHit) => direction * (first.sizeBytes - second.sizeBytes),
    updatedAt: (first: IndexHit, second: IndexHit) =>
      direction * (first.updatedAt.getTime() - second.updatedAt.getTime()),
  }[sort];
  return (first, second) =>
    chosen(first, second) ||
    second.updatedAt.getTime() - first.updatedAt.getTime() ||
    (first.entryId < second.entryId ? -1 : first.entryId > second.entryId ? 1 : 0);
}

/** Names are read from the first on; sizes and dates from the largest and newest. */
export function defaultOrder(sort: SearchQuery['sort']): 'asc' | 'desc' {
  return sort === 'name' ? 'asc' : 'desc';
}
