import type { QueryClient } from '@tanstack/react-query';
import { queryKeys } from '@/components/query-keys';
import type { Entry } from '@/contracts/entries';
import type { SearchResult } from '@/contracts/search';

/** The results with one hit changed; the same object when it is not among them. */
export function withHit(data: SearchResult, id: string, change: Partial<Entry>): SearchResult {
  if (!data.items.some((item) => item.id === id)) return data;
  return { ...data, items: data.items.map((item) => (item.id === id ? { ...item, ...change } : item)) };
}

/** Shows a change of an entry in all results of searches before the server has answered. Returns what takes it back. */
export async function editHits(client: QueryClient, id: string, change: Partial<Entry>): Promise<() => void> {
  const queryKey = queryKeys.search;
  // An answer on its way would put the old state back over the edit.
  await client.cancelQueries({ queryKey });
  const before = client.getQueriesData<SearchResult>({ queryKey });
  client.setQueriesData<SearchResult>({ queryKey }, (data) => data && withHit(data, id, change));
  return () => {
    for (const [key, data] of before) client.setQueryData(key, data);
  };
}
