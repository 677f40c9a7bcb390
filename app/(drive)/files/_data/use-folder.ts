'use client';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { callApi } from '@/components/call-api';
import { queryKeys } from '@/components/query-keys';
import type { SortKey } from '@/components/view-settings';
import { type Entry, type EntryList, entryList } from '@/contracts/entries';

const PAGE_SIZE = 200;

/** What stands in a folder, page by page, folders first. `loadAll` brings the rest and returns every row. */
export function useFolder(parentId: string, sort: SortKey, order: 'asc' | 'desc') {
  const query = useInfiniteQuery({
    queryKey: queryKeys.folder(parentId, sort, order),
    queryFn: ({ pageParam, signal }) =>
      callApi(entryList, '/api/entries', {
        query: { parentId, sort, order, cursor: pageParam, limit: PAGE_SIZE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const rows = useMemo(() => rowsOf(data), [data]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const loadAll = useCallback(async () => {
    let result = { data, hasNextPage };
    while (result.hasNextPage) {
      const next = await fetchNextPage();
      if (next.isError) throw next.error;
      result = next;
    }
    return rowsOf(result.data);
  }, [data, hasNextPage, fetchNextPage]);
  return {
    rows,
    total: data?.pages.at(-1)?.total ?? 0,
    isPending: query.isPending,
    error: query.isError && !data ? query.error : null,
    refetch: query.refetch,
    loadMore,
    loadAll,
  };
}

/** A row that moved between two pages while they were read would come twice: the first one stays. */
function rowsOf(data: InfiniteData<EntryList> | undefined): Entry[] {
  const rows = new Map<string, Entry>();
  for (const page of data?.pages ?? []) {
    for (const item of page.items) if (!rows.has(item.id)) rows.set(item.id, item);
  }
  return [...rows.values()];
}
