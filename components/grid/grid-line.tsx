// biome-ignore-all lint/a11y/useSemanticElements: a grid that mounts only what is in sight cannot be a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the focused row is the one tab stop, its cells are read with it
'use client';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type CSSProperties, memo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { cn } from '@/components/class-names';
import type { GridColumn, GridRow } from './grid-types';
import { RowCheckbox } from './row-checkbox';
import type { SelectionStore } from './selection/selection-store';

/** The columns of every line, header included: check box, icon, name, the screen's own, menu. */
export const rowLineClasses =
  'grid items-center gap-x-3 px-3 md:px-4 grid-cols-[0_24px_minmax(0,1fr)_44px] group-data-selecting/grid:grid-cols-[24px_24px_minmax(0,1fr)_44px] @xl:grid-cols-[24px_20px_minmax(0,1fr)_auto_36px] @xl:group-data-selecting/grid:grid-cols-[24px_20px_minmax(0,1fr)_auto_36px]';

interface GridLineProps<Row extends GridRow> {
  row: Row;
  rowIndex: number;
  style: CSSProperties;
  columns: GridColumn<Row>[];
  icon(row: Row, size: 'row' | 'tile'): ReactNode;
  badge: ((row: Row) => ReactNode) | undefined;
  summary(row: Row): ReactNode;
  selection: SelectionStore;
  isTabStop: boolean;
  isDropTarget: boolean;
  draggable: boolean;
}

/** One line of a list. Its clicks and keys are heard by the grid around it. */
export const GridLine = memo(GridLineOf) as typeof GridLineOf;

function GridLineOf<Row extends GridRow>(props: GridLineProps<Row>) {
  const { row, selection } = props;
  const t = useTranslations('common.grid');
  const isSelected = useStore(selection, (state) => state.selected.has(row.id));
  return (
    <div
      role="row"
      data-row-id={row.id}
      aria-label={row.name}
      aria-rowindex={props.rowIndex}
      aria-selected={isSelected}
      tabIndex={props.isTabStop ? 0 : -1}
      draggable={props.draggable}
      style={props.style}
      className={cn(
        rowLineClasses,
        'group/row absolute inset-x-0 top-0 cursor-default outline-none',
        'after:pointer-events-none after:absolute after:inset-x-3 after:bottom-0 after:h-px after:bg-line md:after:inset-x-4',
        'hover:bg-hover aria-selected:bg-accent-soft aria-selected:hover:bg-accent-soft-hover',
        'focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent-line',
        props.isDropTarget && 'bg-accent-soft outline-2 -outline-offset-2 outline-accent-line',
      )}
    >
      <div role="gridcell" className="flex justify-center overflow-hidden">
        <RowCheckbox checked={isSelected} label={t('select', { name: row.name })} />
      </div>
      <span aria-hidden className="flex justify-center">
        {props.icon(row, 'row')}
      </span>
      <div role="rowheader" className="min-w-0">
        <p className="flex min-w-0 items-center gap-1.5 text-[15px] text-ink @xl:text-sm">
          <span className="truncate" title={row.name}>
            {row.name}
          </span>
          {props.badge?.(row)}
        </p>
        <p className="truncate text-[13px] text-ink-faint @xl:hidden">{props.summary(row)}</p>
      </div>
      <div className="hidden items-center @xl:flex" role="presentation">
        {props.columns.map((column) => (
          <div
            key={column.id}
            role="gridcell"
            className={cn('min-w-0 truncate text-[13px] text-ink-soft', column.className)}
          >
            {column.cell(row)}
          </div>
        ))}
      </div>
      <div role="gridcell" className="flex justify-end">
        <button
          type="button"
          tabIndex={-1}
          data-action="menu"
          aria-haspopup="menu"
          aria-label={t('moreFor', { name: row.name })}
          className="flex size-8 items-center justify-center rounded-control text-ink-faint hover:bg-press hover:text-ink pointer-coarse:size-11"
        >
          <Ellipsis aria-hidden className="pointer-events-none size-[18px]" />
        </button>
      </div>
    </div>
  );
}
