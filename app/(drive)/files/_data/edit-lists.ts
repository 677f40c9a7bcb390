import type { InfiniteData } from '@tanstack/react-query';
import type { Entry, EntryList } from '@/contracts/entries';

type FolderPages = InfiniteData<EntryList, string | undefined>;

/** The list without some entries; `total` follows. Returns the same object when none of them is in it. */
export function withoutEntries(data: FolderPages, ids: ReadonlySet<string>): FolderPages {
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

/** The list with one entry changed, in its old place: the server sorts it in with the next answer. */
export function withEntry(data: FolderPages, id: string, change: Partial<Entry>): FolderPages {
  if (!data.pages.some((page) => page.items.some((item) => item.id === id))) return data;
  return {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
    })),
  };
}
