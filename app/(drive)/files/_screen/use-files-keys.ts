'use client';
import type { KeyboardEvent } from 'react';
import { isTrashKey } from '@/components/entry-commands/is-trash-key';
import type { EntryCommands } from '@/components/entry-commands/use-entry-commands';
import { useShortcutKeys } from '@/components/use-shortcut-keys';
import type { Entry } from '@/contracts/entries';
import { useViewSettings } from '../_data/view-settings';

interface Options {
  commands: EntryCommands;
  folderId: string;
  /** Absent at the top. */
  parentId: string | undefined;
  pickFiles(): void;
}

/** The keys of the file manager: those of the whole page, and (returned) those of the list. */
export function useFilesKeys(options: Options): (event: KeyboardEvent, entries: Entry[]) => void {
  const { commands, folderId, parentId, pickFiles } = options;
  const { layout, setLayout, toggleDetails } = useViewSettings();
  useShortcutKeys({
    'Shift+N': () => commands.openDialog({ kind: 'new', what: 'folder' }),
    'Shift+U': pickFiles,
    'Shift+D': toggleDetails,
    'Shift+V': () => setLayout(layout === 'list' ? 'tiles' : 'list'),
  });
  return (event, entries) => {
    const [only] = entries.length === 1 ? entries : [];
    if (event.key === 'F2' && only) commands.openDialog({ kind: 'rename', entry: only });
    else if (isTrashKey(event) && entries.length > 0) void commands.trash(entries);
    else if (isUpKey(event) && parentId !== undefined) commands.goUp(parentId, folderId);
    else return;
    event.preventDefault();
  };
}

function isUpKey(event: KeyboardEvent): boolean {
  if (event.key === 'ArrowUp') return event.altKey;
  return event.key === 'Backspace' && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
}
