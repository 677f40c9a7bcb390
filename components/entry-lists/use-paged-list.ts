'use client';
import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { rowsOf } from './edit-lists';
import { WITHOUT_BREAKING_OFF } from './load-next-page';

interface Page<Row> {
  items: Row[];
  nextCursor: string | null;
  total: number;
}

/**
 * A long list of the API, page by page. `loadMore` is another function once it can do more: effects that call it do so
 * again. `loadAll` brings what is missing and returns every row.
 */
export function usePagedList<Row extends { id: string }>(
  queryKey: QueryKey,
  readPage: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Row>>,
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => readPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const { data, hasNextPage, isFetching, fetchNextPage } = query;
  const rows = useMemo(() => rowsOf(data), [data]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage(WITHOUT_BREAKING_OFF);
  }, [hasNextPage, isFetching, fetchNextPage]);
  const loadAll = useCallback(async () => {
    let result = { data, hasNextPage };
    while (result.hasNextPage) {
      const next = await fetchNextPage(WITHOUT_BREAKING_OFF);
      if (next.isError) throw next.error;
      result = next;
    }
    return rowsOf(result.data);
  }, [data, hasNextPage, fetchNextPage]);
  return {
    rows,
    total: data?.pages.at(-1)?.total ?? 0,
    isPending: query.isPending,
    /** Only where there is nothing to show instead. */
    error: query.isError && !data ? query.error : null,
    refetch: query.refetch,
    loadMore,
    loadAll,
  };
}
