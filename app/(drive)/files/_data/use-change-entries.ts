'use client';
import { type InfiniteData, type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ApiError, callApi } from '@/components/call-api';
import { queryKeys } from '@/components/query-keys';
import { type BatchInput, batchResult, type Entry, type EntryList, entry } from '@/contracts/entries';
import { errorCode } from '@/contracts/errors';
import { withEntry, withoutEntries } from './edit-lists';

type FolderPages = InfiniteData<EntryList, string | undefined>;

export interface BatchOutcome {
  /** Entries it worked for, as they are now. */
  done: Entry[];
  /** One error for each entry it did not work for. */
  errors: ApiError[];
}

/**
 * Changes of the drive that show at once and are taken back when the server refuses. Each promise rejects with the
 * refusal, for the dialog or toast that asked.
 */
export function useChangeEntries() {
  const client = useQueryClient();
  return useMemo(() => {
    const refresh = (keys: QueryKey[]) =>
      Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));

    async function batch(op: BatchInput['op'], ids: string[], parentId?: string): Promise<BatchOutcome> {
      const body = { op, ids, parentId };
      const { items } = await callApi(batchResult, '/api/entries/batch', { method: 'POST', body });
      return {
        done: items.flatMap((item) => (item.ok && item.entry ? [item.entry] : [])),
        errors: items.flatMap((item) => (item.ok ? [] : [errorOf(item.error?.code, item.error?.detail)])),
      };
    }

    return {
      create(kind: 'file' | 'folder', name: string, parentId: string): Promise<Entry> {
        const body = { kind, name, parentId, onConflict: 'fail' };
        return settle(callApi(entry, '/api/entries', { method: 'POST', body }), () =>
          refresh([queryKeys.folder(parentId), queryKeys.subfolders(parentId)]),
        );
      },

      async rename(changed: Entry, name: string): Promise<Entry> {
        const undo = await editLists(client, (data) => withEntry(data, changed.id, { name }));
        const path = `/api/entries/${encodeURIComponent(changed.id)}`;
        return settle(
          callApi(entry, path, { method: 'PATCH', body: { name } }).catch(undoAndThrow(undo)),
          () => refresh([queryKeys.entries, queryKeys.shares]),
        );
      },

      async move(entries: Entry[], parentId: string): Promise<BatchOutcome> {
        const undo = await editLists(client, (data) => withoutEntries(data, idsOf(entries)));
        return settle(
          batch(
            'move',
            entries.map(({ id }) => id),
            parentId,
          ).catch(undoAndThrow(undo)),
          () => refresh([queryKeys.entries]),
        );
      },

      async trash(entries: Entry[]): Promise<BatchOutcome> {
        const undo = await editLists(client, (data) => withoutEntries(data, idsOf(entries)));
        return settle(
          batch(
            'trash',
            entries.map(({ id }) => id),
          ).catch(undoAndThrow(undo)),
          () => refresh([queryKeys.entries, queryKeys.recycleBin, queryKeys.shares]),
        );
      },

      restore(ids: string[]): Promise<BatchOutcome> {
        return settle(batch('restore', ids), () =>
          refresh([queryKeys.entries, queryKeys.recycleBin, queryKeys.shares]),
        );
      },
    };
  }, [client]);
}

/** Edits every loaded list at once; returns what puts them back. */
async function editLists(client: QueryClient, edit: (data: FolderPages) => FolderPages): Promise<() => void> {
  // An answer on its way would put the old state back over the edit.
  await client.cancelQueries({ queryKey: queryKeys.folders });
  const before = client.getQueriesData<FolderPages>({ queryKey: queryKeys.folders });
  client.setQueriesData<FolderPages>({ queryKey: queryKeys.folders }, (data) => data && edit(data));
  return () => {
    for (const [key, data] of before) client.setQueryData(key, data);
  };
}

/** Asks again for what changed, whether it worked or not, without making the caller wait for it. */
async function settle<T>(work: Promise<T>, refresh: () => Promise<unknown>): Promise<T> {
  try {
    return await work;
  } finally {
    void refresh();
  }
}

function undoAndThrow(undo: () => void) {
  return (error: unknown): never => {
    undo();
    throw error;
  };
}

function idsOf(entries: Entry[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id));
}

function errorOf(code: string | undefined, detail: string | undefined): ApiError {
  const known = errorCode.safeParse(code);
  return new ApiError(known.success ? known.data : 'internal', detail ?? '', { status: 0 });
}
