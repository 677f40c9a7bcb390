'use client';
import { ChevronRight, Folder, HardDrive } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useState } from 'react';
import { cn } from '@/components/class-names';
import { Skeleton } from '@/components/ui/skeleton';
import { useSubfolders } from './use-subfolders';

export interface FolderChoice {
  id: string;
  name: string;
}

interface FolderTreeProps {
  label: string;
  rootName: string;
  selected: FolderChoice;
  onSelect(folder: FolderChoice): void;
  /** Folders that are open at first, from the top down. */
  initiallyOpen: string[];
  /** Folders that cannot be chosen or opened: those that are to be moved. */
  excluded: ReadonlySet<string>;
}

interface TreeState extends Omit<FolderTreeProps, 'label' | 'rootName' | 'initiallyOpen'> {
  open: ReadonlySet<string>;
  setOpen(id: string, open: boolean): void;
}

/** The folders of the drive as a tree; arrow keys walk it as in every tree, and what they reach is chosen. */
export function FolderTree({ label, rootName, initiallyOpen, ...choice }: FolderTreeProps) {
  const [open, setOpenSet] = useState<ReadonlySet<string>>(new Set(['root', ...initiallyOpen]));
  const setOpen = (id: string, isOpen: boolean) => {
    setOpenSet((now) => (isOpen ? new Set([...now, id]) : new Set([...now].filter((other) => other !== id))));
  };
  return (
    <div
      role="tree"
      aria-label={label}
      className="min-h-64 overflow-y-auto rounded-control border border-line p-1 sm:max-h-[44dvh]"
    >
      <TreeNode folder={{ id: 'root', name: rootName }} depth={0} state={{ ...choice, open, setOpen }} />
    </div>
  );
}

function TreeNode({ folder, depth, state }: { folder: FolderChoice; depth: number; state: TreeState }) {
  const isExcluded = state.excluded.has(folder.id);
  const isOpen = state.open.has(folder.id) && !isExcluded;
  const children = useSubfolders(folder.id, isOpen);
  const isSelected = state.selected.id === folder.id;
  const isLeaf = children.data?.length === 0;
  const Icon = folder.id === 'root' ? HardDrive : Folder;

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    // Parents hear the keys of their children too.
    if (event.target !== event.currentTarget) return;
    if (moveFocus(event, { isOpen, setOpen: (next) => state.setOpen(folder.id, next) }))
      event.preventDefault();
  }

  return (
    <div
      role="treeitem"
      aria-expanded={isLeaf || isExcluded ? undefined : isOpen}
      aria-selected={isSelected}
      aria-disabled={isExcluded || undefined}
      aria-label={folder.name}
      tabIndex={isSelected ? 0 : -1}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !isExcluded) state.onSelect(folder);
      }}
      className="outline-none"
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree item around it has the keys */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the tree item around it has the role */}
      <div
        onClick={(event) => {
          if (isExcluded) return;
          event.currentTarget.parentElement?.focus();
          state.onSelect(folder);
        }}
        onDoubleClick={() => state.setOpen(folder.id, !isOpen)}
        style={{ paddingInlineStart: 4 + depth * 20 }}
        className={cn(
          'flex h-9 cursor-pointer select-none items-center gap-2 rounded-md pr-2 pointer-coarse:h-11',
          isSelected ? 'bg-accent-soft text-accent-text' : 'hover:bg-hover',
          isExcluded && 'cursor-not-allowed opacity-45 hover:bg-transparent',
          '-outline-offset-2 outline-accent-line [:focus-visible>&]:outline-2',
        )}
      >
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            if (!isExcluded) state.setOpen(folder.id, !isOpen);
          }}
          className={cn(
            'flex size-6 shrink-0 items-center justify-center rounded text-ink-faint hover:bg-press pointer-coarse:size-9',
            (isLeaf || isExcluded) && 'invisible',
          )}
        >
          <ChevronRight aria-hidden className={cn('size-4 transition-transform', isOpen && 'rotate-90')} />
        </button>
        <Icon aria-hidden className="size-[18px] shrink-0 fill-current/15 text-hue-folder" />
        <span className="truncate">{folder.name}</span>
      </div>
      {isOpen && <Subtree query={children} depth={depth + 1} state={state} />}
    </div>
  );
}

function Subtree(props: { query: ReturnType<typeof useSubfolders>; depth: number; state: TreeState }) {
  const { query, depth, state } = props;
  const t = useTranslations('files.folderPicker');
  const indent = { paddingInlineStart: 36 + depth * 20 };
  if (query.isPending) {
    return (
      <div className="flex h-9 items-center" style={indent}>
        <Skeleton className="h-3.5 w-32" />
      </div>
    );
  }
  if (!query.data) {
    return (
      <p className="flex h-9 items-center text-[13px] text-danger-text" style={indent}>
        {t('unreadable')}
      </p>
    );
  }
  if (query.data.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the group of a tree has no element of its own
    <div role="group">
      {query.data.map((child) => (
        <TreeNode key={child.id} folder={child} depth={depth} state={state} />
      ))}
    </div>
  );
}

/** The keys of a tree (ARIA Authoring Practices, tree view). Returns whether the key was one of them. */
function moveFocus(
  event: KeyboardEvent<HTMLElement>,
  node: { isOpen: boolean; setOpen(open: boolean): void },
): boolean {
  const item = event.currentTarget;
  const all = [...(item.closest('[role="tree"]')?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])];
  const index = all.indexOf(item);
  switch (event.key) {
    case 'ArrowDown':
      all[index + 1]?.focus();
      return true;
    case 'ArrowUp':
      all[index - 1]?.focus();
      return true;
    case 'Home':
      all[0]?.focus();
      return true;
    case 'End':
      all.at(-1)?.focus();
      return true;
    case 'ArrowRight':
      if (!node.isOpen) node.setOpen(true);
      else item.querySelector<HTMLElement>('[role="treeitem"]')?.focus();
      return true;
    case 'ArrowLeft':
      if (node.isOpen && item.querySelector('[role="treeitem"]')) node.setOpen(false);
      else item.parentElement?.closest<HTMLElement>('[role="treeitem"]')?.focus();
      return true;
    default:
      return false;
  }
}
