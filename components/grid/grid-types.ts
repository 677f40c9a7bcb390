import type { ReactNode } from 'react';
import type { MenuAnchor } from '@/components/ui/action-menu';
import type { SelectionStore } from './selection/selection-store';

/** What any row of a grid has: its id, and the name it is read, typed and sorted by. */
export interface GridRow {
  id: string;
  name: string;
}

export interface GridColumn<Row> {
  id: string;
  header: string;
  /** Shows and aligns the column, in the header and in every row alike. */
  className: string;
  /** The sort key of the API, when the column can be sorted by. */
  sort?: string;
  cell(row: Row): ReactNode;
}

/** What a grid tells its screen. */
export interface GridEvents<Row> {
  onOpen(row: Row): void;
  /** The context menu is wanted: for a row (which is then selected), or for the empty space. */
  onMenu(row: Row | null, anchor: MenuAnchor): void;
  /**
   * Keys of the screen (rename, delete), with the rows they are about: the selection, else the row the keyboard is on.
   * A handled one calls `preventDefault`.
   */
  onKey?(event: React.KeyboardEvent, rows: Row[]): void;
  /** Ctrl+A: selects all there is, also what is not loaded yet. */
  onSelectAll(): void;
}

/** Dragging of rows, and onto rows; each handler finds its row by `rowIdAt`. */
export interface GridDragHandlers {
  onDragStart?(event: React.DragEvent): void;
  onDragEnd?(event: React.DragEvent): void;
  onDragOver?(event: React.DragEvent): void;
  onDragLeave?(event: React.DragEvent): void;
  onDrop?(event: React.DragEvent): void;
}

export interface GridProps<Row extends GridRow> extends GridEvents<Row> {
  /** Names the grid for assistive technology. */
  label: string;
  rows: Row[];
  /** How many there are in all, loaded or not. */
  total: number;
  /** Asks for more rows; called again and again while the end is near, so it must ignore repeats. */
  onNearEnd?: (() => void) | undefined;
  selection: SelectionStore;
  /** Puts the keyboard on the focused row when the grid appears. */
  takeFocus?: boolean;
  drag?: GridDragHandlers | undefined;
  /** The row that a drag would drop on. */
  dropTargetId?: string | null;
  /** The picture of a row. */
  icon(row: Row, size: 'row' | 'tile'): ReactNode;
  /** A mark behind the name. */
  badge?: ((row: Row) => ReactNode) | undefined;
}

/** The id of the row an event happened in, or null. */
export function rowIdAt(event: { target: EventTarget }): string | null {
  if (!(event.target instanceof Element)) return null;
  return event.target.closest('[data-row-id]')?.getAttribute('data-row-id') ?? null;
}
