'use client';
import { useQuery } from '@tanstack/react-query';
import { callApi } from '@/components/call-api';
import { queryKeys } from '@/components/query-keys';
import { type Entry, entryList } from '@/contracts/entries';

/** The folders directly in a folder, by name. */
export function useSubfolders(parentId: string, enabled: boolean) {
  return useQuery({
    queryKey: queryKeys.subfolders(parentId),
    queryFn: ({ signal }) => readSubfolders(parentId, signal),
    enabled,
  });
}

async function readSubfolders(parentId: string, signal: AbortSignal): Promise<Entry[]> {
  const folders: Entry[] = [];
  let cursor: string | undefined;
  do {
    const query = { parentId, cursor, limit: 500 };
    const page = await callApi(entryList, '/api/entries', { query, signal });
    folders.push(...page.items.filter((item) => item.kind === 'folder'));
    // Folders come first: the first file ends the search.
    if (page.items.some((item) => item.kind === 'file')) return folders;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return folders;
}
