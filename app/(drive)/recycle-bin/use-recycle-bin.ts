'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { callApi, callApiForNothing } from '@/components/call-api';
import { editLists, withoutRows } from '@/components/entry-lists/edit-lists';
import { type BatchOutcome, runBatch } from '@/components/entry-lists/run-batch';
import { useFailureToasts } from '@/components/entry-lists/use-failure-toasts';
import { usePagedList } from '@/components/entry-lists/use-paged-list';
import { queryKeys } from '@/components/query-keys';
import { showToast } from '@/components/ui/toast';
import { type RecycleBinEntry, recycleBinList } from '@/contracts/entries';

const PAGE_SIZE = 200;

/** What lies in the recycle bin, latest first. */
export function useRecycleBin() {
  return usePagedList<RecycleBinEntry>(queryKeys.recycleBin, (cursor, signal) =>
    callApi(recycleBinList, '/api/recycle-bin', { query: { cursor, limit: PAGE_SIZE }, signal }),
  );
}

/** Restoring, deleting forever and emptying, with the words that follow. What leaves the bin leaves the list at once. */
export function useChangeRecycleBin() {
  const t = useTranslations('recycleBin.toast');
  const client = useQueryClient();
  const { showFailure, showBatchFailures } = useFailureToasts();

  function refresh(): void {
    for (const queryKey of [queryKeys.recycleBin, queryKeys.entries, queryKeys.me]) {
      void client.invalidateQueries({ queryKey });
    }
  }

  async function change(entries: RecycleBinEntry[], op: 'restore' | 'purge'): Promise<BatchOutcome | null> {
    const ids = entries.map(({ id }) => id);
    const gone = new Set(ids);
    const undo = await editLists<RecycleBinEntry>(client, queryKeys.recycleBin, (data) =>
      withoutRows(data, gone),
    );
    try {
      const outcome = await runBatch(op, ids);
      showBatchFailures(outcome);
      return outcome.doneIds.length > 0 ? outcome : null;
    } catch (error) {
      undo();
      showFailure(error);
      return null;
    } finally {
      refresh();
    }
  }

  function nameOf(entries: RecycleBinEntry[], { doneIds }: BatchOutcome): { count: number; name: string } {
    return { count: doneIds.length, name: entries.find(({ id }) => doneIds.includes(id))?.name ?? '' };
  }

  return {
    async restore(entries: RecycleBinEntry[]): Promise<void> {
      const outcome = await change(entries, 'restore');
      if (outcome) showToast({ tone: 'success', title: t('restored', nameOf(entries, outcome)) });
    },
    async purge(entries: RecycleBinEntry[]): Promise<void> {
      const outcome = await change(entries, 'purge');
      if (outcome) showToast({ title: t('purged', nameOf(entries, outcome)) });
    },
    async empty(): Promise<void> {
      try {
        await callApiForNothing('/api/recycle-bin', { method: 'DELETE' });
        showToast({ title: t('emptied') });
      } catch (error) {
        showFailure(error);
      } finally {
        refresh();
      }
    },
  };
}
