'use client';
import { Unlink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { MoreButton } from '@/components/entry-lists/more-button';
import { SelectionBar } from '@/components/grid/selection/selection-bar';
import type { Action } from '@/components/ui/action-menu';
import { Checkbox } from '@/components/ui/checkbox';
import type { Share } from '@/contracts/shares';
import { type AskedShare, ShareDialogs } from './_dialogs/share-dialogs';
import { lineColumns, ShareLine } from './share-line';
import type { useShareList } from './use-share-list';

interface ShareLinesProps {
  list: ReturnType<typeof useShareList>;
  /** Stand above the lines. */
  tools: ReactNode;
  /** Stands in place of the lines where there are none. */
  children: ReactNode;
}

/** The lines, what can be done with one of them, and with many at once. */
export function ShareLines({ list, tools, children }: ShareLinesProps) {
  const t = useTranslations('shares.mine');
  const { query, shares, total, now } = list;
  const [asked, setAsked] = useState<AskedShare>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  // What is cancelled already is over: nothing can be done with it.
  const selectable = shares.filter((share) => share.cancelledAt === null);
  const chosen = selectable.filter(({ shareBatchNum }) => selected.has(shareBatchNum));
  const clear = () => setSelected(new Set());
  const cancel: Action = {
    id: 'cancel',
    label: t('cancel'),
    icon: Unlink,
    danger: true,
    run: () => setAsked({ what: 'cancel', shares: chosen }),
  };

  return (
    <>
      <div className="pb-2">{tools}</div>
      {children || (
        <>
          <ColumnHeads
            selected={chosen.length}
            selectable={selectable.length}
            onSelectAll={(all) => setSelected(all ? idsOf(selectable) : new Set())}
          />
          <ul className="divide-y divide-line border-line border-b">
            {shares.map((share) => (
              <ShareLine
                key={share.shareBatchNum}
                share={share}
                now={now}
                isSelected={selected.has(share.shareBatchNum)}
                onSelect={(isSelected) => setSelected(withId(selected, share.shareBatchNum, isSelected))}
                onAsk={(what) => setAsked(what === 'cancel' ? { what, shares: [share] } : { what, share })}
              />
            ))}
          </ul>
          <div className="flex flex-wrap items-center justify-between gap-4 py-4">
            <p className="text-[13px] text-ink-faint">{t('count', { count: total })}</p>
            <MoreButton pages={query} />
          </div>
        </>
      )}
      {chosen.length > 0 && (
        // Below the lines and always in sight: it moves none of them.
        <div className="sticky bottom-3 z-10 flex min-h-12 items-center rounded-control border border-line bg-accent-soft px-3 shadow-mid">
          <SelectionBar
            count={chosen.length}
            bytes={null}
            groups={[[cancel]]}
            prominent={['cancel']}
            onClear={clear}
          />
        </div>
      )}
      <ShareDialogs asked={asked} now={now} onClose={() => setAsked(null)} onCancelled={clear} />
    </>
  );
}

function idsOf(shares: Share[]): ReadonlySet<string> {
  return new Set(shares.map(({ shareBatchNum }) => shareBatchNum));
}

function withId(ids: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(ids);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}

interface ColumnHeadsProps {
  selected: number;
  selectable: number;
  onSelectAll(all: boolean): void;
}

/** The names of the columns are seen only: every line says in words what its columns hold. */
function ColumnHeads({ selected, selectable, onSelectAll }: ColumnHeadsProps) {
  const t = useTranslations('shares.mine');
  return (
    <div
      className={`${lineColumns} grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 border-line border-b py-2 font-medium text-ink-faint text-xs`}
    >
      <Checkbox
        aria-label={t('selectAll')}
        checked={selectable > 0 && selected === selectable}
        indeterminate={selected > 0 && selected < selectable}
        disabled={selectable === 0}
        onCheckedChange={onSelectAll}
      />
      <span aria-hidden>{t('columns.name')}</span>
      {(['status', 'expiry', 'views', 'downloads', 'saves', 'lastVisit'] as const).map((column) => (
        <span key={column} aria-hidden className="hidden truncate xl:block">
          {t(`columns.${column}`)}
        </span>
      ))}
    </div>
  );
}
