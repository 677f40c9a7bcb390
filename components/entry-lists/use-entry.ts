'use client';
import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '@/components/call-api';
import { queryKeys } from '@/components/query-keys';
import { type Entry, type EntryList, entry } from '@/contracts/entries';

/**
 * One entry with its path; nothing is asked for the root, or for null. What a list already showed of it stands in until the answer
 * comes, so that breadcrumbs do not blink.
 */
export function useEntry(id: string | null) {
  const client = useQueryClient();
  return useQuery({
    queryKey: queryKeys.entry(id ?? 'root'),
    queryFn: ({ signal }) => callApi(entry, `/api/entries/${encodeURIComponent(id ?? 'root')}`, { signal }),
    enabled: id !== 'root' && id !== null,
    placeholderData: () => findListed(client.getQueriesData({ queryKey: queryKeys.folders }), id),
  });
}

function findListed(
  lists: [unknown, InfiniteData<EntryList> | undefined][],
  id: string | null,
): Entry | undefined {
  for (const [, data] of lists) {
    for (const page of data?.pages ?? []) {
      const found = page.items.find((item) => item.id === id);
      if (found) return found;
    }
  }
  return undefined;
}
