'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useRef } from 'react';
import { formatBytes } from '@/components/entry/format-bytes';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { RecycleBinEntry } from '@/contracts/entries';

interface PurgeDialogProps {
  /** Null closes it. */
  entries: RecycleBinEntry[] | null;
  onClose(): void;
  onConfirm(entries: RecycleBinEntry[]): void;
}

/** Asks before entries are deleted forever, and says how many and how much that is. */
export function PurgeDialog({ entries, onClose, onConfirm }: PurgeDialogProps) {
  const t = useTranslations('recycleBin');
  const locale = useLocale();
  // While the dialog fades out it still shows what it asked about.
  const asked = useRef<RecycleBinEntry[]>([]);
  if (entries) asked.current = entries;
  const files = asked.current.filter((entry) => entry.kind === 'file');
  const folders = asked.current.length - files.length;
  const size = formatBytes(
    files.reduce((sum, entry) => sum + entry.size, 0),
    locale,
  );
  const form = folders === 0 ? 'files' : files.length === 0 ? 'folders' : 'both';
  return (
    <ConfirmDialog
      open={entries !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t('purge.title', { count: asked.current.length, name: asked.current[0]?.name ?? '' })}
      description={t(`purge.${form}`, { files: files.length, folders, size })}
      confirmLabel={t('actions.purge')}
      onConfirm={() => {
        onClose();
        onConfirm(asked.current);
      }}
    />
  );
}

interface EmptyBinDialogProps {
  open: boolean;
  count: number;
  onClose(): void;
  onConfirm(): void;
}

/** Asks before everything in the recycle bin is deleted forever. */
export function EmptyBinDialog({ open, count, onClose, onConfirm }: EmptyBinDialogProps) {
  const t = useTranslations('recycleBin');
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t('emptyDialog.title')}
      description={t('emptyDialog.text', { count })}
      confirmLabel={t('emptyBin')}
      onConfirm={() => {
        onClose();
        onConfirm();
      }}
    />
  );
}
