'use client';
import {
  Download,
  Ellipsis,
  FolderOpen,
  FolderSearch,
  Pencil,
  Share2,
  SquareArrowOutUpRight,
  Star,
  StarOff,
  Trash2,
} from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { showInFolderHref } from '@/components/entry/entry-links';
import { downloadEntries } from '@/components/entry-commands/download-entries';
import { useEntryCommands } from '@/components/entry-commands/use-entry-commands';
import { type Action, ActionMenu, type MenuAnchor } from '@/components/ui/action-menu';
import { IconButton } from '@/components/ui/icon-button';
import type { SearchHit } from '@/contracts/search';

interface ResultActionsProps {
  hit: SearchHit;
  tabIndex: 0 | -1;
  onShare(): void;
  onRename(): void;
  onTrash(): void;
}

/** The menu of a hit. */
export function ResultActions({ hit, tabIndex, onShare, onRename, onTrash }: ResultActionsProps) {
  const t = useTranslations('search');
  const labels = useTranslations('files.actions');
  const router = useRouter();
  const { open, star } = useEntryCommands();
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<MenuAnchor | null>(null);
  const isFolder = hit.kind === 'folder';
  const groups: Action[][] = [
    [
      {
        id: 'open',
        label: labels('open'),
        icon: isFolder ? FolderOpen : SquareArrowOutUpRight,
        run: () => open(hit),
      },
      {
        id: 'place',
        label: t('showInFolder'),
        icon: FolderSearch,
        run: () => router.push(showInFolderHref(hit)),
      },
    ],
    [
      {
        id: 'download',
        label: labels('download'),
        icon: Download,
        run: () => downloadEntries([hit]),
      },
      { id: 'share', label: labels('share'), icon: Share2, run: onShare },
    ],
    [
      {
        id: 'star',
        label: labels(hit.starred ? 'unstar' : 'star'),
        icon: hit.starred ? StarOff : Star,
        run: () => void star(hit, !hit.starred),
      },
      { id: 'rename', label: labels('rename'), icon: Pencil, shortcut: 'F2', run: onRename },
    ],
    [
      {
        id: 'trash',
        label: labels('trash'),
        icon: Trash2,
        shortcut: 'Delete',
        danger: true,
        run: onTrash,
      },
    ],
  ];
  return (
    <>
      <IconButton
        ref={button}
        tabIndex={tabIndex}
        label={t('actionsFor', { name: hit.name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Ellipsis />
      </IconButton>
      <ActionMenu
        anchor={anchor}
        onClose={() => setAnchor(null)}
        title={hit.name}
        groups={groups}
        finalFocus={button}
      />
    </>
  );
}
