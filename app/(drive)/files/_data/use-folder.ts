'use client';
import { callApi } from '@/components/call-api';
import { usePagedList } from '@/components/entry-lists/use-paged-list';
import { queryKeys } from '@/components/query-keys';
import { type Entry, entryList } from '@/contracts/entries';
import type { SortKey } from './view-settings';

const PAGE_SIZE = 200;

/** What stands in a folder, folders first. */
export function useFolder(parentId: string, sort: SortKey, order: 'asc' | 'desc') {
  return usePagedList<Entry>(queryKeys.folder(parentId, sort, order), (cursor, signal) =>
    callApi(entryList, '/api/entries', {
      query: { parentId, sort, order, cursor, limit: PAGE_SIZE },
      signal,
    }),
  );
}
