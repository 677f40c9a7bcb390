'use client';
import { useTranslations } from 'next-intl';
import { NameDialog } from '@/components/entry-commands/name-dialog';
import { useChangeEntries } from '@/components/entry-commands/use-change-entries';
import type { EntryCommands } from '@/components/entry-commands/use-entry-commands';
import type { FolderChoice } from '@/components/folder-picker/folder-tree';
import { ShareDialog } from '@/components/share-dialog';
import { MoveDialog } from './move-dialog';

interface FilesDialogsProps {
  commands: EntryCommands;
  /** The folder that is open, and the ids from the root down to it. */
  here: FolderChoice;
  pathIds: string[];
  onMade(id: string): void;
}

/** Draws the dialog that the commands opened. Focus returns to the list. */
export function FilesDialogs({ commands, here, pathIds, onMade }: FilesDialogsProps) {
  const t = useTranslations('files.nameDialog');
  const change = useChangeEntries();
  const { dialog, openDialog } = commands;
  const close = () => openDialog(null);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'rename':
      return (
        <NameDialog
          kind={dialog.entry.kind}
          title={t('renameTitle')}
          saveLabel={t('rename')}
          initialName={dialog.entry.name}
          save={(name) => change.rename(dialog.entry, name)}
          onClose={close}
          finalFocus={focusedRow}
        />
      );
    case 'new':
      return (
        <NameDialog
          kind={dialog.what}
          title={dialog.what === 'folder' ? t('newFolderTitle') : t('newFileTitle')}
          saveLabel={t('create')}
          initialName={dialog.what === 'folder' ? t('newFolderName') : t('newFileName')}
          acceptsInitialName
          save={async (name) => onMade((await change.create(dialog.what, name, here.id)).id)}
          onClose={close}
          finalFocus={focusedRow}
        />
      );
    case 'move':
      return (
        <MoveDialog
          entries={dialog.entries}
          from={here}
          pathIds={pathIds}
          onMove={(target) => void commands.move(dialog.entries, target)}
          onClose={close}
          finalFocus={focusedRow}
        />
      );
    case 'share':
      return <ShareDialog entries={dialog.entries} open onOpenChange={(open) => !open && close()} />;
  }
}

/** The row that holds the tab stop of the list, wherever the list stands by now. */
export function focusedRow(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[role="grid"] [data-row-id][tabindex="0"]');
}
