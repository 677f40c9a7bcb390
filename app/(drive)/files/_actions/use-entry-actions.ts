'use client';
import {
  Download,
  FilePlus2,
  FolderInput,
  FolderOpen,
  FolderPlus,
  FolderUp,
  Info,
  Pencil,
  RotateCw,
  Share2,
  SquareArrowOutUpRight,
  Star,
  StarOff,
  Trash2,
  Upload,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { EntryCommands } from '@/components/entry-commands/use-entry-commands';
import type { Action } from '@/components/ui/action-menu';
import { type Entry, MAX_ARCHIVE_IDS } from '@/contracts/entries';
import { useViewSettings } from '../_data/view-settings';

/** The commands for one entry or for several, in the groups of the context menu. */
export function useEntryActions(commands: EntryCommands): (entries: Entry[]) => Action[][] {
  const t = useTranslations('files.actions');
  const toggleDetails = useViewSettings((state) => state.toggleDetails);
  return (entries) => {
    const [only] = entries.length === 1 ? entries : [];
    const open: Action[] = only
      ? [
          {
            id: 'open',
            label: t('open'),
            icon: only.kind === 'folder' ? FolderOpen : SquareArrowOutUpRight,
            shortcut: 'Enter',
            run: () => commands.open(only),
          },
        ]
      : [];
    const share: Action[] = [
      {
        id: 'download',
        label: t('download'),
        icon: Download,
        run: () => commands.download(entries),
        disabledReason:
          entries.length > MAX_ARCHIVE_IDS ? t('tooManyToDownload', { count: MAX_ARCHIVE_IDS }) : undefined,
      },
      {
        id: 'share',
        label: t('share'),
        icon: Share2,
        run: () => commands.openDialog({ kind: 'share', entries }),
      },
    ];
    const change: Action[] = only
      ? [
          {
            id: 'star',
            label: t(only.starred ? 'unstar' : 'star'),
            icon: only.starred ? StarOff : Star,
            run: () => void commands.star(only, !only.starred),
          },
          {
            id: 'rename',
            label: t('rename'),
            icon: Pencil,
            shortcut: 'F2',
            run: () => commands.openDialog({ kind: 'rename', entry: only }),
          },
        ]
      : [];
    const move: Action = {
      id: 'move',
      label: t('move'),
      icon: FolderInput,
      run: () => commands.openDialog({ kind: 'move', entries }),
    };
    const details: Action = {
      id: 'details',
      label: t('details'),
      icon: Info,
      shortcut: 'Shift+D',
      run: toggleDetails,
    };
    const trash: Action = {
      id: 'trash',
      label: t('trash'),
      icon: Trash2,
      shortcut: 'Delete',
      danger: true,
      run: () => void commands.trash(entries),
    };
    return [open, share, [...change, move, details], [trash]];
  };
}

interface FolderCommands {
  newFolder(): void;
  newFile(): void;
  pickFiles(): void;
  pickFolder(): void;
  refresh(): void;
}

/** The commands for a place rather than for entries: making, uploading, refreshing. */
export function useFolderActions(commands: FolderCommands): {
  make: Action[];
  upload: Action[];
  view: Action[];
} {
  const t = useTranslations('files.actions');
  return {
    make: [
      {
        id: 'newFolder',
        label: t('newFolder'),
        icon: FolderPlus,
        shortcut: 'Shift+N',
        run: commands.newFolder,
      },
      { id: 'newFile', label: t('newFile'), icon: FilePlus2, run: commands.newFile },
    ],
    upload: [
      {
        id: 'uploadFiles',
        label: t('uploadFiles'),
        icon: Upload,
        shortcut: 'Shift+U',
        run: commands.pickFiles,
      },
      { id: 'uploadFolder', label: t('uploadFolder'), icon: FolderUp, run: commands.pickFolder },
    ],
    view: [{ id: 'refresh', label: t('refresh'), icon: RotateCw, run: commands.refresh }],
  };
}
