'use client';
import { useEffect, useRef, useState } from 'react';
import { selectOnly } from '@/components/grid/selection/selection';
import type { SelectionStore } from '@/components/grid/selection/selection-store';
import type { Entry } from '@/contracts/entries';
import { arrivalIn, forgetArrival } from '../_data/arrival';

interface Options {
  folderId: string;
  /** An entry the address asks to be shown (`?show=`), as links from elsewhere do. */
  showId: string | null;
  rows: Entry[];
  total: number;
  loadMore(): void;
  selection: SelectionStore;
}

/**
 * Puts the keyboard into a folder that was opened by key, on the row one came from or asked for, loading on until that
 * row is there. Returns whether the list takes the focus at all: after a reload it must not.
 */
export function useArrival({ folderId, showId, rows, total, loadMore, selection }: Options): boolean {
  const [arrival] = useState(() => arrivalIn(folderId) ?? (showId ? { folderId, rowId: showId } : null));
  const isDone = useRef(arrival === null);
  useEffect(forgetArrival, []);
  useEffect(() => {
    const first = rows[0];
    if (isDone.current || !arrival || !first) return;
    if (arrival.rowId === null) {
      isDone.current = true;
      selection.setState({ focused: first.id });
    } else if (rows.some((row) => row.id === arrival.rowId)) {
      isDone.current = true;
      selection.setState(selectOnly(arrival.rowId));
    } else if (rows.length < total) {
      loadMore();
    } else {
      isDone.current = true;
    }
  }, [arrival, rows, total, loadMore, selection]);
  return arrival !== null;
}
