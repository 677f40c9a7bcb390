// biome-ignore-all lint/a11y/useSemanticElements: a grid that mounts only what is in sight cannot be a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the focused row is the one tab stop, its cells are read with it
'use client';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { cn } from '@/components/class-names';
import type { GridRow } from './grid-types';
import { RowCheckbox } from './row-checkbox';
import type { SelectionStore } from './selection/selection-store';

interface GridTileProps<Row extends GridRow> {
  row: Row;
  columnIndex: number;
  icon(row: Row, size: 'row' | 'tile'): ReactNode;
  badge: ((row: Row) => ReactNode) | undefined;
  summary(row: Row): ReactNode;
  selection: SelectionStore;
  isTabStop: boolean;
  isDropTarget: boolean;
  draggable: boolean;
}

/** One tile. Its clicks and keys are heard by the grid around it. */
export const GridTile = memo(GridTileOf) as typeof GridTileOf;

function GridTileOf<Row extends GridRow>(props: GridTileProps<Row>) {
  const { row, selection } = props;
  const t = useTranslations('common.grid');
  const isSelected = useStore(selection, (state) => state.selected.has(row.id));
  return (
    <div
      role="gridcell"
      data-row-id={row.id}
      aria-colindex={props.columnIndex}
      aria-selected={isSelected}
      aria-label={row.name}
      tabIndex={props.isTabStop ? 0 : -1}
      draggable={props.draggable}
      className={cn(
        'group/row relative flex cursor-default flex-col rounded-card border border-line bg-surface outline-none transition-colors dark:bg-raised/60',
        'hover:bg-hover aria-selected:border-accent-line aria-selected:bg-accent-soft dark:hover:bg-hover dark:aria-selected:bg-accent-soft',
        'focus-visible:outline-2 focus-visible:outline-offset-1 focus-visible:outline-accent-line',
        props.isDropTarget && 'border-accent-line bg-accent-soft outline-2 outline-accent-line',
      )}
    >
      <div className="flex items-start justify-between p-1.5">
        <span className="p-1.5">
          <RowCheckbox checked={isSelected} label={t('select', { name: row.name })} />
        </span>
        <button
          type="button"
          tabIndex={-1}
          data-action="menu"
          aria-haspopup="menu"
          aria-label={t('moreFor', { name: row.name })}
          className="flex size-8 items-center justify-center rounded-control text-ink-faint hover:bg-press hover:text-ink pointer-coarse:size-10"
        >
          <Ellipsis aria-hidden className="pointer-events-none size-[18px]" />
        </button>
      </div>
      <span aria-hidden className="-mt-3 flex min-h-0 flex-1 items-center justify-center">
        {props.icon(row, 'tile')}
      </span>
      <div className="px-3 pt-1 pb-2.5">
        <p className="flex min-w-0 items-center gap-1.5 text-[13px] text-ink">
          <span className="truncate" title={row.name}>
            {row.name}
          </span>
          {props.badge?.(row)}
        </p>
        <p className="truncate text-ink-faint text-xs">{props.summary(row)}</p>
      </div>
    </div>
  );
}
