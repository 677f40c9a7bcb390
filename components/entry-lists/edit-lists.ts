import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';

/** A list as TanStack Query keeps it: pages of rows, each with the total. */
export type ListPages<Row> = InfiniteData<
  { items: Row[]; nextCursor: string | null; total: number },
  string | undefined
>;

/** The list without some rows; `total` follows. Returns the same object when none of them is in it. */
export function withoutRows<Row extends { id: string }>(
  data: ListPages<Row>,
  ids: ReadonlySet<string>,
): ListPages<Row> {
  const gone = data.pages.reduce(
    (count, page) => count + page.items.filter((item) => ids.has(item.id)).length,
    0,
  );
  if (gone === 0) return data;
  return {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      total: page.total - gone,
      items: page.items.filter((item) => !ids.has(item.id)),
    })),
  };
}

/** The list with one row changed, in its old place: the server sorts it in with the next answer. */
export function withRow<Row extends { id: string }>(
  data: ListPages<Row>,
  id: string,
  change: Partial<Row>,
): ListPages<Row> {
  if (!data.pages.some((page) => page.items.some((item) => item.id === id))) return data;
  return {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
    })),
  };
}

/** The rows of all pages. One that moved between two pages while they were read comes twice: the first stays. */
export function rowsOf<Row extends { id: string }>(data: { pages: { items: Row[] }[] } | undefined): Row[] {
  const rows = new Map<string, Row>();
  for (const page of data?.pages ?? []) {
    for (const item of page.items) if (!rows.has(item.id)) rows.set(item.id, item);
  }
  return [...rows.values()];
}

/**
 * Shows a change in every loaded list under `queryKey` before the server has answered. Returns what takes it back.
 */
export async function editLists<Row>(
  client: QueryClient,
  queryKey: QueryKey,
  edit: (data: ListPages<Row>) => ListPages<Row>,
): Promise<() => void> {
  // An answer on its way would put the old state back over the edit.
  await client.cancelQueries({ queryKey });
  const before = client.getQueriesData<ListPages<Row>>({ queryKey });
  client.setQueriesData<ListPages<Row>>({ queryKey }, (data) => data && edit(data));
  return () => {
    for (const [key, data] of before) client.setQueryData(key, data);
  };
}
