// biome-ignore-all lint/a11y/useSemanticElements: a grid that mounts only what is in sight cannot be a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the focused row is the one tab stop, its cells are read with it
'use client';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { useElementWidth } from '@/components/ui/use-element-width';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { GridTile } from './grid-tile';
import type { GridProps, GridRow } from './grid-types';
import { BandFrame } from './selection/band-frame';
import { useGridInteraction } from './use-grid-interaction';
import { useGridWindow } from './use-grid-window';

const TILE_MIN_WIDTH = 148;
const GAP = 12;
const LINE_HEIGHT = 196 + GAP;

/** The same entries as tiles: rows of as many as fit, only those in sight mounted. */
export function TileGrid<Row extends GridRow>(
  props: GridProps<Row> & { summary(row: Row): React.ReactNode },
) {
  const { rows, total, selection } = props;
  // A long press selects; where fingers are the pointer it would start a drag instead.
  const canDrag = useMediaQuery('(pointer: fine)');
  const container = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const width = useElementWidth(body);
  const columns = Math.max(1, Math.floor((width + GAP) / (TILE_MIN_WIDTH + GAP)));
  const order = rows.map((row) => row.id);
  const lines = useGridWindow({
    container,
    order,
    lineCount: Math.ceil(rows.length / columns),
    lineHeight: LINE_HEIGHT,
    columns,
    isLaidOut: width > 0,
    selection,
    headerHeight: 12,
    onNearEnd: props.onNearEnd,
  });
  const columnWidth = (width + GAP) / columns - GAP;
  const { handlers, band } = useGridInteraction({
    ...props,
    container,
    body,
    geometry: { columns, columnWidth, lineHeight: LINE_HEIGHT, gap: GAP },
    columns,
    takeFocus: props.takeFocus ?? false,
    pageRows: () => Math.floor((container.current?.clientHeight ?? 0) / LINE_HEIGHT),
    scrollToIndex: (index) => lines.scrollToIndex(Math.floor(index / columns), { align: 'auto' }),
  });
  const tabStop = useStore(selection, (state) => state.focused) ?? order[0];
  const isSelecting = useStore(selection, (state) => state.selected.size > 0);

  return (
    <div
      ref={container}
      role="grid"
      aria-label={props.label}
      aria-multiselectable
      aria-rowcount={Math.ceil(total / columns)}
      aria-colcount={columns}
      data-selecting={isSelecting || undefined}
      tabIndex={rows.length === 0 ? 0 : -1}
      className="group/grid relative min-h-0 flex-1 touch-pan-y select-none overflow-y-auto overscroll-contain p-3 pb-24 outline-none md:p-4"
      {...handlers}
      {...props.drag}
    >
      <div ref={body} role="rowgroup" className="relative" style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map((line) => (
          <div
            key={line.key}
            role="row"
            aria-rowindex={line.index + 1}
            className="absolute inset-x-0 top-0 grid"
            style={{
              height: line.size - GAP,
              gap: GAP,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
              transform: `translateY(${line.start}px)`,
            }}
          >
            {rows.slice(line.index * columns, (line.index + 1) * columns).map((row, column) => (
              <GridTile
                key={row.id}
                row={row}
                columnIndex={column + 1}
                icon={props.icon}
                badge={props.badge}
                summary={props.summary}
                selection={selection}
                isTabStop={row.id === tabStop}
                isDropTarget={props.dropTargetId === row.id}
                draggable={canDrag && props.drag?.onDragStart !== undefined}
              />
            ))}
          </div>
        ))}
        <BandFrame band={band} />
      </div>
    </div>
  );
}
