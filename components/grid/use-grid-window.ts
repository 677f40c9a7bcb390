'use client';
import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect } from 'react';
import { useStore } from 'zustand';
import type { SelectionStore } from './selection/selection-store';

interface Options {
  container: RefObject<HTMLElement | null>;
  order: string[];
  /** Lines of the grid: rows of a list, rows of tiles. */
  lineCount: number;
  lineHeight: number;
  columns: number;
  /** How many columns there are is known: the grid has been measured. */
  isLaidOut: boolean;
  selection: SelectionStore;
  /** Height of what stands above the lines in the container. */
  headerHeight: number;
  onNearEnd?: (() => void) | undefined;
}

/** Lines this close to the end of what is loaded ask for more. */
const NEAR_END_LINES = 30;

/**
 * The window of lines that is mounted: what can be seen, some around it, and always the line that has the focus, so
 * that scrolling never takes the keyboard away.
 */
export function useGridWindow(options: Options): Virtualizer<HTMLElement, Element> {
  const { container, order, columns, lineCount, lineHeight, selection, headerHeight, onNearEnd } = options;
  const focused = useStore(selection, (state) => state.focused);
  const focusedIndex = focused === null ? -1 : order.indexOf(focused);
  const focusedLine = focusedIndex < 0 ? -1 : Math.floor(focusedIndex / columns);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const lines = defaultRangeExtractor(range);
      if (focusedLine < 0 || focusedLine >= range.count || lines.includes(focusedLine)) return lines;
      return [...lines, focusedLine].sort((a, b) => a - b);
    },
    [focusedLine],
  );
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    count: lineCount,
    getScrollElement: () => container.current,
    estimateSize: () => lineHeight,
    overscan: 8,
    // Lines are counted from below the header, so it hides none at the start and pushes them down at the end.
    scrollPaddingEnd: headerHeight + 8,
    rangeExtractor,
  });
  // The height of a line follows the width of the window (phones have taller lines).
  // biome-ignore lint/correctness/useExhaustiveDependencies: the virtualizer reads the height itself
  useEffect(() => virtualizer.measure(), [virtualizer, lineHeight]);

  useWantedRow(virtualizer, options);

  const lastLine = virtualizer.range?.endIndex ?? 0;
  const loadedLines = Math.ceil(order.length / columns);
  useEffect(() => {
    if (onNearEnd && lastLine >= loadedLines - NEAR_END_LINES) onNearEnd();
  }, [onNearEnd, lastLine, loadedLines]);
  return virtualizer;
}

/** Brings the row that is wanted into the middle, unless it is in sight already. */
function useWantedRow(virtualizer: Virtualizer<HTMLElement, Element>, options: Options): void {
  const { order, columns, isLaidOut, selection } = options;
  const wanted = useStore(selection, (state) => state.wanted);
  const index = wanted === null ? -1 : order.indexOf(wanted);
  useEffect(() => {
    if (index < 0 || !isLaidOut) return;
    const line = Math.floor(index / columns);
    const isInSight = virtualizer.getOffsetForIndex(line)?.[1] === 'auto';
    if (!isInSight) virtualizer.scrollToIndex(line, { align: 'center' });
    selection.setState({ wanted: null });
  }, [virtualizer, index, columns, isLaidOut, selection]);
}
