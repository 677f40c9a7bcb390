'use client';
import { FolderPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { type FolderChoice, FolderTree } from './folder-tree';
import { NewFolderLine } from './new-folder-line';

interface FolderPickerProps {
  title: string;
  /** What the main button says. */
  chooseLabel: string;
  /** Said under the tree of the folder chosen at this moment. */
  note(folder: FolderChoice): ReactNode;
  initial?: FolderChoice;
  /** Folders that are open at first, from the top down. */
  initiallyOpen?: string[];
  /** Folders that cannot be chosen. */
  excluded?: ReadonlySet<string>;
  canChoose?(folder: FolderChoice): boolean;
  /** While what was chosen is being done. */
  isBusy?: boolean;
  onChoose(folder: FolderChoice): void;
  onClose(): void;
  finalFocus?(): HTMLElement | null;
}

const NONE: ReadonlySet<string> = new Set();

/** Asks for a folder of one's own drive; a new one can be made on the way. Mount it to open it. */
export function FolderPicker(props: FolderPickerProps) {
  const {
    title,
    chooseLabel,
    note,
    initiallyOpen = [],
    excluded = NONE,
    canChoose,
    onChoose,
    onClose,
  } = props;
  const t = useTranslations('files.folderPicker');
  const common = useTranslations('common');
  const [target, setTarget] = useState<FolderChoice>(props.initial ?? { id: 'root', name: t('root') });
  const [isNaming, setNaming] = useState(false);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      finalFocus={props.finalFocus}
      footer={
        <>
          <Button variant="quiet" className="mr-auto -ml-3" onClick={() => setNaming(true)}>
            <FolderPlus />
            {t('newFolder')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            disabled={canChoose?.(target) === false}
            busy={props.isBusy}
            onClick={() => onChoose(target)}
          >
            {chooseLabel}
          </Button>
        </>
      }
    >
      <FolderTree
        label={t('tree')}
        rootName={t('root')}
        selected={target}
        onSelect={setTarget}
        initiallyOpen={initiallyOpen}
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
        {note(target)}
      </p>
    </Dialog>
  );
}
