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
  selection: SelectionStore;
  /** Height of what sticks to the top of the container. */
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
    scrollPaddingStart: headerHeight,
    scrollPaddingEnd: 8,
    rangeExtractor,
  });
  // The height of a line follows the width of the window (phones have taller lines).
  // biome-ignore lint/correctness/useExhaustiveDependencies: the virtualizer reads the height itself
  useEffect(() => virtualizer.measure(), [virtualizer, lineHeight]);

  const lastLine = virtualizer.range?.endIndex ?? 0;
  const loadedLines = Math.ceil(order.length / columns);
  useEffect(() => {
    if (onNearEnd && lastLine >= loadedLines - NEAR_END_LINES) onNearEnd();
  }, [onNearEnd, lastLine, loadedLines]);
  return virtualizer;
}
