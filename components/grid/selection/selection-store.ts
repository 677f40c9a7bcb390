import { createStore, type StoreApi } from 'zustand/vanilla';
import { NOTHING_SELECTED, type Selection } from './selection';

/** The selection of one list. A store, so that a click renders the rows it touches and no others. */
export type SelectionStore = StoreApi<Selection>;

/** A new, empty selection; one per place, so that nothing stays selected when one goes elsewhere. */
export function createSelectionStore(focused: string | null = null): SelectionStore {
  return createStore<Selection>(() => ({ ...NOTHING_SELECTED, focused }));
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
