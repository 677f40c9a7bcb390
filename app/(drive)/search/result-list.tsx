'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { cn } from '@/components/class-names';
import { NameDialog } from '@/components/entry-commands/name-dialog';
import { useChangeEntries } from '@/components/entry-commands/use-change-entries';
import { useEntryCommands } from '@/components/entry-commands/use-entry-commands';
import { DrivePreview } from '@/components/preview/drive-preview';
import { queryKeys } from '@/components/query-keys';
import { ShareDialog } from '@/components/share-dialog';
import type { SearchHit } from '@/contracts/search';
import { columnClasses, ResultLine } from './result-line';
import { useResultKeys } from './use-result-keys';

interface ResultListProps {
  hits: SearchHit[];
  /** They are those of the page before, while the next one is on its way. */
  isStale: boolean;
}

/** The hits of a page, with what can be done about each. */
export function ResultList({ hits, isStale }: ResultListProps) {
  const t = useTranslations('search');
  const client = useQueryClient();
  const list = useRef<HTMLUListElement>(null);
  const [shared, setShared] = useState<SearchHit | null>(null);
  const [renamed, setRenamed] = useState<SearchHit | null>(null);
  const commands = useEntryCommands();
  const rename = useRenameHit();
  const firstId = hits[0]?.id;
  useScrollUp(list, isStale ? undefined : firstId);

  async function trash(hit: SearchHit): Promise<void> {
    await commands.trash([hit]);
    await client.invalidateQueries({ queryKey: queryKeys.search });
  }

  const keys = useResultKeys({ hits, onRename: setRenamed, onTrash: (hit) => void trash(hit) });

  return (
    <>
      <div
        aria-hidden
        className={`${columnClasses} hidden border-line border-b py-2 font-medium text-ink-faint text-xs md:grid`}
      >
        <span>{t('columns.name')}</span>
        <span className="text-right">{t('columns.size')}</span>
        <span className="text-right">{t('columns.modified')}</span>
      </div>
      <ul
        ref={list}
        aria-busy={isStale}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        className={cn(
          'divide-y divide-line border-line border-b transition-opacity',
          isStale && 'opacity-60',
        )}
      >
        {hits.map((hit) => (
          <ResultLine
            key={hit.id}
            hit={hit}
            tabIndex={hit.id === keys.currentId ? 0 : -1}
            onShare={() => setShared(hit)}
            onRename={() => setRenamed(hit)}
            onTrash={() => void trash(hit)}
          />
        ))}
      </ul>
      {shared && <ShareDialog entries={[shared]} open onOpenChange={() => setShared(null)} />}
      <DrivePreview entries={hits} finalFocus={nameOf} />
      {renamed && <RenameDialog hit={renamed} rename={rename} onClose={() => setRenamed(null)} />}
    </>
  );
}

interface RenameDialogProps {
  hit: SearchHit;
  rename(hit: SearchHit, name: string): Promise<unknown>;
  onClose(): void;
}

function RenameDialog({ hit, rename, onClose }: RenameDialogProps) {
  const t = useTranslations('files.nameDialog');
  return (
    <NameDialog
      kind={hit.kind}
      title={t('renameTitle')}
      saveLabel={t('rename')}
      initialName={hit.name}
      save={(name) => rename(hit, name)}
      onClose={onClose}
      finalFocus={() => nameOf(hit.id)}
    />
  );
}

/** The link that is the name of a hit. */
function nameOf(hitId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-hit="${CSS.escape(hitId)}"]`);
}

function useRenameHit() {
  const change = useChangeEntries();
  const client = useQueryClient();
  return async (hit: SearchHit, name: string) => {
    await change.rename(hit, name);
    await client.invalidateQueries({ queryKey: queryKeys.search });
  };
}

/** A new page begins at its top. */
function useScrollUp(list: React.RefObject<HTMLUListElement | null>, firstId: string | undefined): void {
  const shown = useRef(firstId);
  useEffect(() => {
    if (firstId === undefined || shown.current === firstId) return;
    shown.current = firstId;
    list.current?.closest('[data-page-scroll]')?.scrollTo({ top: 0 });
  }, [list, firstId]);
}
