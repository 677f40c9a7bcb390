'use client';
import { useEffect, useState } from 'react';
import { arrivalIn, forgetArrival } from '@/components/entry-commands/arrival';
import { selectOnly } from '@/components/grid/selection/selection';
import type { SelectionStore } from '@/components/grid/selection/selection-store';
import type { Entry } from '@/contracts/entries';

interface Options {
  folderId: string;
  /** An entry the address asks to be shown (`?show=`), as links from elsewhere do. */
  showId: string | null;
  /** A preview is open over the list: Escape would close the one and clear the selection of the other. */
  isCovered: boolean;
  rows: Entry[];
  total: number;
  loadMore(): void;
  selection: SelectionStore;
}

interface Arrived {
  /** Whether the list takes the focus when it appears: after a reload it must not. */
  takesFocus: boolean;
  /** Selects an entry and brings it into sight as soon as the list holds it, such as one that was just made. */
  show(id: string): void;
}

/**
 * Puts the keyboard into a folder that was opened by key, on the row one came from or asked for, loading on until that
 * row is there.
 */
export function useArrival(options: Options): Arrived {
  const { folderId, showId, isCovered, rows, total, loadMore, selection } = options;
  const [arrival] = useState(() => arrivalIn(folderId) ?? (showId ? { folderId, rowId: showId } : null));
  const [wanted, setWanted] = useState<{ rowId: string | null } | null>(arrival);
  useEffect(forgetArrival, []);
  useEffect(() => {
    const first = rows[0];
    if (!wanted || !first) return;
    const { rowId } = wanted;
    if (rowId === null) {
      selection.setState({ focused: first.id });
      setWanted(null);
    } else if (rows.some((row) => row.id === rowId)) {
      selection.setState({ ...selectOnly(rowId), wanted: rowId });
      setWanted(null);
    } else if (rows.length < total) {
      loadMore();
    }
  }, [wanted, rows, total, loadMore, selection]);
  return { takesFocus: arrival !== null && !isCovered, show: (id) => setWanted({ rowId: id }) };
}
