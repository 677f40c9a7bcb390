import { urlWithQuery } from '@/components/call-api';
import { type ShareListSort, shareListSort, shareListStatus } from '@/contracts/shares';

/** In the order in which they stand on the page. */
export const STATUSES = ['all', ...shareListStatus.options] as const;
export const SORTS = shareListSort.options;

/** Which shares the page shows, and how; the address holds all of it. */
export interface ShareListState {
  status: (typeof STATUSES)[number];
  words: string;
  sort: ShareListSort;
}

/** Reads an address. What somebody wrote wrong in it counts as absent. */
export function readShareListState(address: { get(name: string): string | null }): ShareListState {
  return {
    status: STATUSES.find((status) => status === address.get('status')) ?? 'all',
    words: (address.get('q') ?? '').trim(),
    sort: SORTS.find((sort) => sort === address.get('sort')) ?? 'newest',
  };
}

/** The address of a state, without what is as usual. */
export function shareListHref({ status, words, sort }: ShareListState): string {
  return urlWithQuery('/shares', {
    status: status === 'all' ? undefined : status,
    q: words === '' ? undefined : words,
    sort: sort === 'newest' ? undefined : sort,
  });
}

/** The state as the API asks for it. */
export function shareListRequest({ status, words, sort }: ShareListState) {
  return { status: status === 'all' ? undefined : status, q: words === '' ? undefined : words, sort };
}

/** Whether some shares may be left out. */
export function isFiltered({ status, words }: ShareListState): boolean {
  return status !== 'all' || words !== '';
}
