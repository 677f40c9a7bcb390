'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { folderHref } from '@/components/entry/entry-links';
import { useFailureToasts } from '@/components/entry-lists/use-failure-toasts';
import { openPreview } from '@/components/preview/preview-address';
import { showToast } from '@/components/ui/toast';
import type { Entry } from '@/contracts/entries';
import { expectArrival } from './arrival';
import { downloadEntries } from './download-entries';
import { useChangeEntries } from './use-change-entries';

/** The dialog that is open, with what it is about. */
type FilesDialog =
  | { kind: 'rename'; entry: Entry }
  | { kind: 'new'; what: 'file' | 'folder' }
  | { kind: 'move'; entries: Entry[] }
  | { kind: 'share'; entries: Entry[] };

export interface EntryCommands {
  dialog: FilesDialog | null;
  openDialog(dialog: FilesDialog | null): void;
  open(entry: Entry): void;
  goUp(parentId: string, fromId: string): void;
  download(entries: Entry[]): void;
  star(entry: Entry, starred: boolean): Promise<void>;
  trash(entries: Entry[]): Promise<void>;
  move(entries: Entry[], target: { id: string; name: string }): Promise<void>;
}

/** What can be done with entries, with the words that follow. Dialogs are opened here and drawn by the screen. */
export function useEntryCommands(): EntryCommands {
  const t = useTranslations('files');
  const common = useTranslations('common');
  const { showFailure, showBatchFailures } = useFailureToasts();
  const router = useRouter();
  const change = useChangeEntries();
  const [dialog, openDialog] = useState<FilesDialog | null>(null);

  function nameOf(entries: Entry[]): { count: number; name: string } {
    return { count: entries.length, name: entries[0]?.name ?? '' };
  }

  async function undoTrash(ids: string[]): Promise<void> {
    const outcome = await change.restore(ids);
    if (outcome.errors.length > 0) showBatchFailures(outcome);
    else showToast({ title: t('toast.restored', nameOf(outcome.entries)) });
  }

  async function undoMove(entries: Entry[]): Promise<void> {
    for (const parentId of new Set(entries.map((entry) => entry.parentId))) {
      const group = entries.filter((entry) => entry.parentId === parentId);
      showBatchFailures(await change.move(group, parentId));
    }
  }

  return {
    dialog,
    openDialog,
    open(entry) {
      if (entry.kind === 'file') {
        openPreview(entry.id);
        return;
      }
      expectArrival({ folderId: entry.id, rowId: null });
      router.push(folderHref(entry.id));
    },
    goUp(parentId, fromId) {
      expectArrival({ folderId: parentId, rowId: fromId });
      router.push(folderHref(parentId));
    },
    download: downloadEntries,
    async star(entry, starred) {
      try {
        await change.star(entry, starred);
      } catch (error) {
        showFailure(error);
      }
    },
    async trash(entries) {
      try {
        const outcome = await change.trash(entries);
        showBatchFailures(outcome);
        if (outcome.doneIds.length === 0) return;
        const trashed = entries.filter(({ id }) => outcome.doneIds.includes(id));
        showToast({
          title: t('toast.trashed', nameOf(trashed)),
          action: { label: common('undo'), run: () => void undoTrash(outcome.doneIds).catch(showFailure) },
        });
      } catch (error) {
        showFailure(error);
      }
    },
    async move(entries, target) {
      const moving = entries.filter((entry) => entry.parentId !== target.id && entry.id !== target.id);
      if (moving.length === 0) return;
      try {
        const outcome = await change.move(moving, target.id);
        showBatchFailures(outcome);
        if (outcome.doneIds.length === 0) return;
        const moved = new Set(outcome.doneIds);
        const origins = moving.filter(({ id }) => moved.has(id));
        showToast({
          title: t('toast.moved', { ...nameOf(origins), folder: target.name }),
          action: { label: common('undo'), run: () => void undoMove(origins).catch(showFailure) },
        });
      } catch (error) {
        showFailure(error);
      }
    },
  };
}
