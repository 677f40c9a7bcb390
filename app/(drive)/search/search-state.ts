import { urlWithQuery } from '@/components/call-api';
import { cutLine } from '@/components/search/cut-line';
import { ownTimeZone } from '@/components/time/own-time-zone';
import { searchQuery } from '@/contracts/search';

/** The orders a person can choose: by what, and which way. */
export const SORTS = [
  'relevance',
  'name-asc',
  'name-desc',
  'updatedAt-desc',
  'updatedAt-asc',
  'size-desc',
  'size-asc',
] as const;
type SearchSort = (typeof SORTS)[number];

export const PAGE_SIZES = [20, 50, 100] as const;
const DEFAULT_SIZE = 20;

/** What the results page shows; the address holds all of it. */
export interface SearchState {
  words: string;
  /** Counted from 1. */
  page: number;
  size: number;
  sort: SearchSort;
}

/** Reads an address. What somebody wrote wrong in it counts as absent: an address never ends in an error. */
export function readSearchState(address: { get(name: string): string | null }): SearchState {
  const { page, size } = searchQuery.shape;
  return {
    words: (address.get('q') ?? '').trim(),
    page: page.catch(1).parse(address.get('page') ?? 1) ?? 1,
    size: size.catch(DEFAULT_SIZE).parse(address.get('size') ?? DEFAULT_SIZE),
    sort: readSort(address.get('sort'), address.get('order')),
  };
}

/** The address of a state, without what is as usual. Another order or size begins at page 1: say so in `state`. */
export function searchStateHref({ words, page, size, sort }: SearchState): string {
  const [by, order] = sort.split('-');
  return urlWithQuery('/search', {
    q: cutLine(words),
    page: page === 1 ? undefined : page,
    size: size === DEFAULT_SIZE ? undefined : size,
    sort: sort === 'relevance' ? undefined : by,
    order,
  });
}

/** The state as the API asks for it. */
export function searchRequest({ words, page, size, sort }: SearchState) {
  const [by, order] = sort.split('-');
  return { q: words, page, size, sort: by, order, timeZone: ownTimeZone() };
}

/** Without a direction: names from A, sizes and dates from the top, as people want them first. */
function readSort(by: string | null, order: string | null): SearchSort {
  const chosen = SORTS.find((sort) => sort === `${by}-${order}`);
  return chosen ?? SORTS.find((sort) => sort.split('-')[0] === by) ?? 'relevance';
}
