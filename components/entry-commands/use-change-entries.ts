'use client';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { callApi } from '@/components/call-api';
import { editHits } from '@/components/entry-lists/edit-hits';
import { editLists, withoutRows, withRow } from '@/components/entry-lists/edit-lists';
import { type BatchOutcome, runBatch } from '@/components/entry-lists/run-batch';
import { queryKeys } from '@/components/query-keys';
import { type Entry, entry } from '@/contracts/entries';

/**
 * Changes of the drive that show at once and are taken back when the server refuses. Each promise rejects with the
 * refusal, for the dialog or toast that asked.
 */
export function useChangeEntries() {
  const client = useQueryClient();
  return useMemo(() => {
    /** Asks again for what changed, whether it worked or not, without making the caller wait for it. */
    async function settle<T>(work: Promise<T>, ...keys: QueryKey[]): Promise<T> {
      try {
        return await work;
      } finally {
        for (const queryKey of keys) void client.invalidateQueries({ queryKey });
      }
    }

    /** Takes the entries off every list while `work` is on its way, and puts them back if it is refused. */
    async function withoutShowing(entries: Entry[], work: (ids: string[]) => Promise<BatchOutcome>) {
      const ids = entries.map(({ id }) => id);
      const gone = new Set(ids);
      const undo = await editLists<Entry>(client, queryKeys.folders, (data) => withoutRows(data, gone));
      return work(ids).catch(undoAndThrow(undo));
    }

    return {
      create(kind: 'file' | 'folder', name: string, parentId: string): Promise<Entry> {
        const body = { kind, name, parentId, onConflict: 'fail' };
        const made = callApi(entry, '/api/entries', { method: 'POST', body });
        return settle(made, queryKeys.folder(parentId), queryKeys.subfolders(parentId));
      },

      async rename({ id }: Entry, name: string): Promise<Entry> {
        const undo = await editLists<Entry>(client, queryKeys.folders, (data) => withRow(data, id, { name }));
        const path = `/api/entries/${encodeURIComponent(id)}`;
        const renamed = callApi(entry, path, { method: 'PATCH', body: { name } });
        return settle(renamed.catch(undoAndThrow(undo)), queryKeys.entries, queryKeys.shares);
      },

      async star({ id }: Entry, starred: boolean): Promise<Entry> {
        const undoList = await editLists<Entry>(client, queryKeys.folders, (data) =>
          withRow(data, id, { starred }),
        );
        const undoHits = await editHits(client, id, { starred });
        const undo = () => {
          undoList();
          undoHits();
        };
        const path = `/api/entries/${encodeURIComponent(id)}`;
        const changed = callApi(entry, path, { method: 'PATCH', body: { starred } });
        return settle(changed.catch(undoAndThrow(undo)), queryKeys.entries, queryKeys.search);
      },

      move(entries: Entry[], parentId: string): Promise<BatchOutcome> {
        const moved = withoutShowing(entries, (ids) => runBatch('move', ids, parentId));
        return settle(moved, queryKeys.entries);
      },

      trash(entries: Entry[]): Promise<BatchOutcome> {
        const trashed = withoutShowing(entries, (ids) => runBatch('trash', ids));
        return settle(trashed, queryKeys.entries, queryKeys.recycleBin, queryKeys.shares);
      },

      restore(ids: string[]): Promise<BatchOutcome> {
        return settle(runBatch('restore', ids), queryKeys.entries, queryKeys.recycleBin, queryKeys.shares);
      },
    };
  }, [client]);
}

function undoAndThrow(undo: () => void) {
  return (error: unknown): never => {
    undo();
    throw error;
  };
}
