'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { callApi } from '@/components/call-api';
import { queryKeys } from '@/components/query-keys';
import { shareState } from '@/components/share/share-state';
import { serverNow } from '@/components/time/server-clock';
import { useNow } from '@/components/time/use-now';
import { type Share, shareList } from '@/contracts/shares';
import { type ShareListState, shareListRequest } from './share-list-state';

/** The shares of a state, page by page, and the server's present moment, which ends some of them. */
export function useShareList(state: ShareListState) {
  const query = useInfiniteQuery({
    queryKey: queryKeys.shareList(state),
    queryFn: ({ pageParam, signal }) =>
      callApi(shareList, '/api/shares', {
        query: { ...shareListRequest(state), cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // While one types the shares of the letter before stay.
    placeholderData: keepPreviousData,
  });
  const shares = query.data?.pages.flatMap((page) => page.items) ?? [];
  const now = useNow(tickLength(shares));
  return { query, shares, total: query.data?.pages[0]?.total ?? 0, now };
}

/** Every second while the next end is within the hour, for its countdown; else often enough to notice that hour. */
function tickLength(shares: Share[]): number {
  const now = serverNow();
  const ends = shares.filter((share) => shareState(share, now) === 'active').map(({ endTime }) => endTime);
  const isNear = ends.some((end) => end !== null && Date.parse(end) - now < 3_600_000 + 30_000);
  return isNear ? 1_000 : 30_000;
}
