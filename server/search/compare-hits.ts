import type { SearchQuery } from '@/contracts/search';
import { compareBySortKey } from './names/sort-key';
import { countFacets } from './query-line/facets';
import { matchesType } from './query-line/matches-filters';
import type { IndexAnswer, IndexHit, IndexQuery } from './search-index';

/** What places a hit in any order. */
export type HitPosition = Pick<IndexHit, 'entryId' | 'rank' | 'name' | 'sizeBytes' | 'updatedAt'>;

type Comparison = (first: HitPosition, second: HitPosition) => number;

/**
 * The one order of hits, which every engine follows: the chosen sort, then the newest, then the id, so that no
 * two hits ever tie and pages never overlap.
 */
export function compareHits(sort: SearchQuery['sort'], order: 'asc' | 'desc'): Comparison {
  const direction = order === 'asc' ? 1 : -1;
  const compareNames = compareBySortKey();
  const chosen: Comparison = {
    relevance: (first: HitPosition, second: HitPosition) => second.rank - first.rank,
    name: (first: HitPosition, second: HitPosition) => direction * compareNames(first.name, second.name),
    size: (first: HitPosition, second: HitPosition) => direction * (first.sizeBytes - second.sizeBytes),
    updatedAt: (first: HitPosition, second: HitPosition) =>
      direction * (first.updatedAt.getTime() - second.updatedAt.getTime()),
  }[sort];
  return (first, second) =>
    chosen(first, second) ||
    second.updatedAt.getTime() - first.updatedAt.getTime() ||
    (first.entryId < second.entryId ? -1 : first.entryId > second.entryId ? 1 : 0);
}

/** The part of all hits that is asked for, in order. */
export function cutHits<Hit extends HitPosition>(
  hits: Hit[],
  { sort, order, after, from, size }: Pick<IndexQuery, 'sort' | 'order' | 'after' | 'from' | 'size'>,
): Hit[] {
  const compare = compareHits(sort, order);
  const following = after ? hits.filter((hit) => compare(after.hit, hit) < 0) : [...hits];
  return following.sort(compare).slice(from, from + size);
}

/** The answer where all matches are at hand, of whatever type: their counts, and the hits that are asked for. */
export function answerWith(
  matches: IndexHit[],
  asked: Pick<IndexQuery, 'filters' | 'sort' | 'order' | 'after' | 'from' | 'size'>,
): Omit<IndexAnswer, 'step'> {
  const hits = matches.filter((match) => matchesType(asked.filters, match));
  return { hits: cutHits(hits, asked), total: hits.length, facets: countFacets(matches) };
}

/** Names are read from the first on; sizes and dates from the largest and newest. */
export function defaultOrder(sort: SearchQuery['sort']): 'asc' | 'desc' {
  return sort === 'name' ? 'asc' : 'desc';
}
