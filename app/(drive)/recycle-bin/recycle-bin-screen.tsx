'use client';
import { RotateCcw, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useFailureToasts } from '@/components/entry-lists/use-failure-toasts';
import { clear, selectAll } from '@/components/grid/selection/selection';
import { SelectionBar } from '@/components/grid/selection/selection-bar';
import { createSelectionStore, rowsMeant } from '@/components/grid/selection/selection-store';
import { type Action, ActionMenu, type MenuAnchor } from '@/components/ui/action-menu';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import type { RecycleBinEntry } from '@/contracts/entries';
import { EmptyBinDialog, PurgeDialog } from './purge-dialogs';
import { RecycleBinContent } from './recycle-bin-content';
import { useChangeRecycleBin, useRecycleBin } from './use-recycle-bin';

type OpenDialog = { kind: 'purge'; entries: RecycleBinEntry[] } | { kind: 'empty' } | null;

const NO_MENU = { entries: [], anchor: null };

/** The recycle bin: what was deleted, from where and when; back to its place, or gone for good. */
export function RecycleBinScreen() {
  const t = useTranslations('recycleBin');
  const { showFailure } = useFailureToasts();
  const list = useRecycleBin();
  const change = useChangeRecycleBin();
  const [selection] = useState(() => createSelectionStore());
  const selectedIds = useStore(selection, (state) => state.selected);
  const selected = list.rows.filter((row) => selectedIds.has(row.id));
  const [menu, setMenu] = useState<{ entries: RecycleBinEntry[]; anchor: MenuAnchor | null }>(NO_MENU);
  const [dialog, setDialog] = useState<OpenDialog>(null);

  const actions = (entries: RecycleBinEntry[]): Action[][] => [
    [
      {
        id: 'restore',
        label: t('actions.restore'),
        icon: RotateCcw,
        run: () => void change.restore(entries),
      },
      {
        id: 'purge',
        label: t('actions.purge'),
        icon: Trash2,
        danger: true,
        shortcut: 'Delete',
        run: () => setDialog({ kind: 'purge', entries }),
      },
    ],
  ];

  function onOpen(row: RecycleBinEntry): void {
    const action = { label: t('actions.restore'), run: () => void change.restore([row]) };
    showToast({ title: t('toast.restoreFirst', { name: row.name }), action });
  }

  function onKey(event: React.KeyboardEvent, entries: RecycleBinEntry[]): void {
    if (event.key !== 'Delete' || entries.length === 0) return;
    event.preventDefault();
    setDialog({ kind: 'purge', entries });
  }

  async function selectEverything(): Promise<void> {
    try {
      const ids = (await list.loadAll()).map((row) => row.id);
      selection.setState(selectAll(ids, selection.getState()));
    } catch (error) {
      showFailure(error);
    }
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-14 shrink-0 items-center gap-3 px-4">
        <h1 className="min-w-0 flex-1 truncate font-semibold text-base md:text-[17px]">{t('title')}</h1>
        <Button disabled={list.total === 0} onClick={() => setDialog({ kind: 'empty' })}>
          <Trash2 />
          {t('emptyBin')}
        </Button>
      </div>
      <div
        data-selecting={selected.length > 0 || undefined}
        className="mx-2 flex h-11 shrink-0 items-center gap-1 rounded-control px-2 data-selecting:bg-accent-soft"
      >
        {selected.length > 0 ? (
          <SelectionBar
            count={selected.length}
            bytes={null}
            groups={actions(selected)}
            prominent={['restore', 'purge']}
            onClear={() => selection.setState(clear(selection.getState()))}
          />
        ) : (
          <p className="min-w-0 truncate text-[13px] text-ink-faint">{list.total > 0 && t('hint')}</p>
        )}
      </div>
      <RecycleBinContent
        list={list}
        selection={selection}
        onOpen={onOpen}
        onKey={onKey}
        onMenu={(row, anchor) => row && setMenu({ entries: rowsMeant(list.rows, row, selection), anchor })}
        onSelectAll={() => void selectEverything()}
      />
      <ActionMenu
        anchor={menu.anchor}
        onClose={() => setMenu({ ...menu, anchor: null })}
        title={menu.entries[0]?.name ?? t('title')}
        groups={actions(menu.entries)}
      />
      <PurgeDialog
        entries={dialog?.kind === 'purge' ? dialog.entries : null}
        onClose={() => setDialog(null)}
        onConfirm={(entries) => void change.purge(entries)}
      />
      <EmptyBinDialog
        open={dialog?.kind === 'empty'}
        count={list.total}
        onClose={() => setDialog(null)}
        onConfirm={() => void change.empty()}
      />
    </div>
  );
}
