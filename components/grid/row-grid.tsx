// biome-ignore-all lint/a11y/useSemanticElements: a grid that mounts only what is in sight cannot be a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the focused row is the one tab stop, its cells are read with it
'use client';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { useElementWidth } from '@/components/ui/use-element-width';
import { useIsPhone, useMediaQuery } from '@/components/ui/use-media-query';
import { GridLine } from './grid-line';
import type { GridColumn, GridProps, GridRow } from './grid-types';
import { type GridSort, HeaderLine } from './header-line';
import { BandFrame } from './selection/band-frame';
import { SkeletonLine } from './skeleton-lines';
import { useGridInteraction } from './use-grid-interaction';
import { useGridWindow } from './use-grid-window';

const HEADER_HEIGHT = 36;
/** Lines that stand for what is still loading: the whole list, and below what is there. */
const FIRST_LOADING_LINES = 10;
const MORE_LOADING_LINES = 3;

interface RowGridProps<Row extends GridRow> extends GridProps<Row> {
  nameHeader: string;
  /** The columns behind the name. */
  columns: GridColumn<Row>[];
  /** Nothing is known yet: lines of the same geometry stand in. */
  isPending?: boolean;
  /** A second, small line under the name where the columns have no room. */
  summary(row: Row): React.ReactNode;
  sort?: GridSort;
}

/** A list of entries: one line each, only those in sight mounted. */
export function RowGrid<Row extends GridRow>(props: RowGridProps<Row>) {
  const { rows, total, selection, columns } = props;
  // A long press selects; where fingers are the pointer it would start a drag instead.
  const canDrag = useMediaQuery('(pointer: fine)');
  const container = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const width = useElementWidth(body);
  const isPhone = useIsPhone();
  const lineHeight = isPhone ? 60 : 44;
  const order = rows.map((row) => row.id);
  const loading = props.isPending
    ? FIRST_LOADING_LINES
    : Math.min(MORE_LOADING_LINES, Math.max(0, total - rows.length));
  const lines = useGridWindow({
    container,
    order,
    lineCount: rows.length + loading,
    lineHeight,
    columns: 1,
    isLaidOut: true,
    selection,
    headerHeight: isPhone ? 0 : HEADER_HEIGHT,
    onNearEnd: props.onNearEnd,
  });
  const { handlers, band } = useGridInteraction({
    ...props,
    container,
    body,
    geometry: { columns: 1, columnWidth: width, lineHeight, gap: 0 },
    columns: 1,
    takeFocus: props.takeFocus ?? false,
    pageRows: () => Math.floor((container.current?.clientHeight ?? 0) / lineHeight) - 1,
    scrollToIndex: (index) => lines.scrollToIndex(index, { align: 'auto' }),
  });
  const tabStop = useStore(selection, (state) => state.focused) ?? order[0];
  const isSelecting = useStore(selection, (state) => state.selected.size > 0);

  return (
    // The rows carry the focus; the container only hears what bubbles up from them.
    <div
      ref={container}
      role="grid"
      aria-label={props.label}
      aria-multiselectable
      aria-rowcount={props.isPending ? -1 : total + 1}
      aria-busy={props.isPending}
      data-selecting={isSelecting || undefined}
      tabIndex={rows.length === 0 ? 0 : -1}
      className="group/grid @container relative min-h-0 flex-1 touch-pan-y select-none overflow-y-auto overscroll-contain pb-24 outline-none md:pb-4"
      {...handlers}
      {...props.drag}
    >
      <HeaderLine nameHeader={props.nameHeader} columns={columns} sort={props.sort} />
      <div ref={body} role="rowgroup" className="relative" style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map((line) => {
          const row = rows[line.index];
          const style = { height: line.size, transform: `translateY(${line.start}px)` };
          if (!row) return <SkeletonLine key={line.key} index={line.index} columns={columns} style={style} />;
          return (
            <GridLine
              key={row.id}
              row={row}
              // The header is line 1.
              rowIndex={line.index + 2}
              style={style}
              columns={columns}
              icon={props.icon}
              badge={props.badge}
              summary={props.summary}
              selection={selection}
              isTabStop={row.id === tabStop}
              isDropTarget={props.dropTargetId === row.id}
              draggable={canDrag && props.drag?.onDragStart !== undefined}
            />
          );
        })}
        <BandFrame band={band} />
      </div>
    </div>
  );
}
