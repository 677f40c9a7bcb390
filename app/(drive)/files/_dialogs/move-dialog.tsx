'use client';
import { FolderPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Entry } from '@/contracts/entries';
import { type FolderChoice, FolderTree } from './folder-tree';
import { NewFolderLine } from './new-folder-line';

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
  const common = useTranslations('common');
  const [target, setTarget] = useState<FolderChoice>(from);
  const [isNaming, setNaming] = useState(false);
  const excluded = new Set(entries.filter((entry) => entry.kind === 'folder').map((entry) => entry.id));
  const isHere = entries.every((entry) => entry.parentId === target.id);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { count: entries.length, name: entries[0]?.name ?? '' })}
      finalFocus={finalFocus}
      footer={
        <>
          <Button variant="quiet" className="mr-auto -ml-3" onClick={() => setNaming(true)}>
            <FolderPlus />
            {t('newFolder')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            disabled={isHere}
            onClick={() => {
              onClose();
              onMove(target);
            }}
          >
            {t('move')}
          </Button>
        </>
      }
    >
      <FolderTree
        label={t('tree')}
        rootName={t('root')}
        selected={target}
        onSelect={setTarget}
        initiallyOpen={[...pathIds, from.id]}
        excluded={excluded}
      />
      {isNaming && (
        <NewFolderLine
          parent={target}
          onMade={(folder) => {
            setNaming(false);
            setTarget(folder);
          }}
        />
      )}
      <p aria-live="polite" className="mt-2 min-h-5 truncate text-[13px] text-ink-faint">
        {isHere ? t('alreadyHere') : t('target', { folder: target.name })}
      </p>
    </Dialog>
  );
}
