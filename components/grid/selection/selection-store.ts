import { createStore, type StoreApi } from 'zustand/vanilla';
import { NOTHING_SELECTED, type Selection } from './selection';

interface ListState extends Selection {
  /** A row the list is to bring into sight, wherever it has been scrolled to; null once it has. */
  wanted: string | null;
}

/** The selection of one list. A store, so that a click renders the rows it touches and no others. */
export type SelectionStore = StoreApi<ListState>;

/** A new, empty selection; one per place, so that nothing stays selected when one goes elsewhere. */
export function createSelectionStore(focused: string | null = null): SelectionStore {
  return createStore<ListState>(() => ({ ...NOTHING_SELECTED, focused, wanted: null }));
}

/** What a command given on one row is about: the whole selection when the row is part of it, else that row alone. */
export function rowsMeant<Row extends { id: string }>(
  rows: Row[],
  row: Row,
  selection: SelectionStore,
): Row[] {
  const { selected } = selection.getState();
  return selected.has(row.id) ? rows.filter((other) => selected.has(other.id)) : [row];
}
