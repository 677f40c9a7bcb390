// biome-ignore-all lint/a11y/useSemanticElements: a grid that mounts only what is in sight cannot be a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the focused row is the one tab stop, its cells are read with it
'use client';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/class-names';
import { rowLineClasses } from './grid-line';
import type { GridColumn } from './grid-types';

/** What a list is sorted by, by the API's keys. */
export interface GridSort {
  by: string;
  order: 'asc' | 'desc';
  onSort(by: string): void;
}

interface HeaderLineProps<Row> {
  nameHeader: string;
  columns: GridColumn<Row>[];
  sort?: GridSort | undefined;
}

/** The line of column headers; a click on one sorts. Keyboards sort in the toolbar: a grid is one tab stop. */
export function HeaderLine<Row>({ nameHeader, columns, sort }: HeaderLineProps<Row>) {
  const t = useTranslations('common.grid');
  return (
    <div role="rowgroup" className="sticky top-0 z-10 hidden bg-surface @xl:block">
      <div
        role="row"
        aria-rowindex={1}
        className={cn(rowLineClasses, 'h-9 border-line border-b text-[13px]')}
      >
        <HeaderCell label={t('selected')} hidden />
        <span aria-hidden />
        <HeaderCell id="name" label={nameHeader} sort={sort} />
        <div role="presentation" className="flex items-center">
          {columns.map((column) => (
            <HeaderCell
              key={column.id}
              id={column.sort}
              label={column.header}
              sort={sort}
              className={column.className}
            />
          ))}
        </div>
        <HeaderCell label={t('actions')} hidden />
      </div>
    </div>
  );
}

interface HeaderCellProps {
  id?: string | undefined;
  label: string;
  className?: string;
  sort?: GridSort | undefined;
  /** The label is read aloud only. */
  hidden?: boolean;
}

function HeaderCell({ id, label, className, sort, hidden }: HeaderCellProps) {
  const sorted = sort && id === sort.by ? sort.order : null;
  return (
    <div
      role="columnheader"
      aria-sort={sorted === null ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
      className={cn('flex min-w-0 items-center font-medium text-ink-faint', sorted && 'text-ink', className)}
    >
      {sort && id !== undefined ? (
        <SortButton label={label} sorted={sorted} onClick={() => sort.onSort(id)} />
      ) : (
        <span className={cn(hidden && 'sr-only')}>{label}</span>
      )}
    </div>
  );
}

function SortButton(props: { label: string; sorted: 'asc' | 'desc' | null; onClick(): void }) {
  const Arrow = props.sorted === 'desc' ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-action="sort"
      onClick={props.onClick}
      className="group/sort -mx-1.5 flex h-7 items-center gap-1 rounded px-1.5 hover:bg-hover hover:text-ink in-[.text-right]:flex-row-reverse"
    >
      {props.label}
      <Arrow
        aria-hidden
        className={cn('size-3.5', props.sorted === null && 'opacity-0 group-hover/sort:opacity-50')}
      />
    </button>
  );
}
