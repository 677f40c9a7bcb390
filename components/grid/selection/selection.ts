/** What is selected in a list, where ranges start, and which row the keyboard is on. */
export interface Selection {
  selected: ReadonlySet<string>;
  anchor: string | null;
  focused: string | null;
}

export const NOTHING_SELECTED: Selection = { selected: new Set(), anchor: null, focused: null };

/** Selects one row alone. */
export function selectOnly(id: string): Selection {
  return { selected: new Set([id]), anchor: id, focused: id };
}

/** Adds a row, or takes it out. */
export function toggle(current: Selection, id: string): Selection {
  const selected = new Set(current.selected);
  if (!selected.delete(id)) selected.add(id);
  return { selected, anchor: id, focused: id };
}

/**
 * Selects everything from the anchor to `id` in the order of the list. The anchor stays, so that the next range grows
 * or shrinks from the same row. `add` keeps what is selected elsewhere (Ctrl+Shift).
 */
export function selectRange(
  order: readonly string[],
  current: Selection,
  id: string,
  add = false,
): Selection {
  const to = order.indexOf(id);
  if (to < 0) return current;
  const anchor = current.anchor ?? current.focused ?? order[0] ?? id;
  const from = Math.max(0, order.indexOf(anchor));
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { selected: new Set(add ? [...current.selected, ...range] : range), anchor, focused: id };
}

/** Moves the keyboard without selecting. */
export function focusOn(current: Selection, id: string): Selection {
  return { ...current, focused: id };
}

/** Selects every row that is there; the keyboard stays where it is. */
export function selectAll(order: readonly string[], current: Selection): Selection {
  return { ...current, selected: new Set(order) };
}

/** Deselects everything; the keyboard stays where it is. */
export function clear(current: Selection): Selection {
  return { selected: new Set(), anchor: null, focused: current.focused };
}

/**
 * The selection after the list changed: what is gone is no longer selected, and a keyboard that stood on a row that
 * is gone moves to the nearest that is left. Returns `current` itself when nothing was lost.
 */
export function keepExisting(
  before: readonly string[],
  after: readonly string[],
  current: Selection,
): Selection {
  const present = new Set(after);
  const isGone = (id: string | null) => id !== null && !present.has(id);
  const lost = [...current.selected].some((id) => !present.has(id));
  if (!lost && !isGone(current.anchor) && !isGone(current.focused)) return current;
  return {
    selected: new Set([...current.selected].filter((id) => present.has(id))),
    anchor: isGone(current.anchor) ? null : current.anchor,
    focused: isGone(current.focused) ? nearestLeft(before, present, current.focused) : current.focused,
  };
}

function nearestLeft(
  before: readonly string[],
  present: ReadonlySet<string>,
  goneId: string | null,
): string | null {
  const index = goneId === null ? -1 : before.indexOf(goneId);
  if (index < 0) return null;
  const below = before.slice(index + 1).find((id) => present.has(id));
  return below ?? before.slice(0, index).findLast((id) => present.has(id)) ?? null;
}
