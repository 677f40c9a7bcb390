'use client';
import { useTranslations } from 'next-intl';
import { FolderPicker } from '@/components/folder-picker/folder-picker';
import type { FolderChoice } from '@/components/folder-picker/folder-tree';
import type { Entry } from '@/contracts/entries';

interface MoveDialogProps {
  entries: Entry[];
  /** Where they are now, and the folders above it, from the top down. */
  from: FolderChoice;
  pathIds: string[];
  onMove(target: FolderChoice): void;
  onClose(): void;
  finalFocus(): HTMLElement | null;
}

/** Asks where to move entries. Mount it to open it. */
export function MoveDialog({ entries, from, pathIds, onMove, onClose, finalFocus }: MoveDialogProps) {
  const t = useTranslations('files.moveDialog');
  const isHere = (folder: FolderChoice) => entries.every((entry) => entry.parentId === folder.id);
  return (
    <FolderPicker
      title={t('title', { count: entries.length, name: entries[0]?.name ?? '' })}
      chooseLabel={t('move')}
      note={(folder) => (isHere(folder) ? t('alreadyHere') : t('target', { folder: folder.name }))}
      initial={from}
      initiallyOpen={[...pathIds, from.id]}
      excluded={new Set(entries.filter((entry) => entry.kind === 'folder').map((entry) => entry.id))}
      canChoose={(folder) => !isHere(folder)}
      onChoose={(folder) => {
        onClose();
        onMove(folder);
      }}
      onClose={onClose}
      finalFocus={finalFocus}
    />
  );
}
