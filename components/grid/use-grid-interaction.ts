'use client';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { type GridEvents, type GridRow, rowIdAt } from './grid-types';
import { useGridKeys } from './keyboard/use-grid-keys';
import type { GridGeometry } from './selection/rows-in-band';
import { clear, focusOn, keepExisting, selectOnly, selectRange, toggle } from './selection/selection';
import type { SelectionStore } from './selection/selection-store';
import { useRubberBand } from './selection/use-rubber-band';
import { useLongPress } from './use-long-press';

interface Options<Row extends GridRow> extends GridEvents<Row> {
  container: RefObject<HTMLElement | null>;
  rows: Row[];
  selection: SelectionStore;
  columns: number;
  pageRows(): number;
  scrollToIndex(index: number): void;
  takeFocus: boolean;
  /** The element the rows lie in, and how they lie there. */
  body: RefObject<HTMLElement | null>;
  geometry: Omit<GridGeometry, 'count'>;
}

/**
 * Mouse, touch and keyboard of a grid, by delegation from its container: a click selects and a double click opens;
 * a tap opens and a long press starts selecting; Shift and Ctrl as everywhere. The focused row holds the tab stop.
 */
export function useGridInteraction<Row extends GridRow>(options: Options<Row>) {
  const { container, rows, selection } = options;
  const order = rows.map((row) => row.id);
  useKeepSelectionTrue(order, selection);
  useFollowFocus(options);
  const keys = useGridKeys({ ...options, order });
  const rubber = useRubberBand({ ...options, order });
  const longPress = useLongPress((event) => {
    const id = rowIdAt(event);
    if (id !== null) selection.setState(toggle(selection.getState(), id));
  });

  function rowOf(event: { target: EventTarget }): Row | undefined {
    const id = rowIdAt(event);
    return rows.find((row) => row.id === id);
  }

  function onClick(event: React.MouseEvent): void {
    if (longPress.swallowsClick() || rubber.swallowsClick()) return;
    const row = rowOf(event);
    const action = actionAt(event);
    const now = selection.getState();
    if (!row) {
      if (action === null && isEmptySpace(event)) selection.setState(clear(now));
      return;
    }
    if (action === 'menu') {
      // On touch a selection would turn taps from opening to selecting.
      if (!now.selected.has(row.id) && !wasTouch(event)) selection.setState(selectOnly(row.id));
      options.onMenu(row, event.target as Element);
    } else if (event.shiftKey) {
      selection.setState(selectRange(order, now, row.id, event.ctrlKey || event.metaKey));
    } else if (action === 'toggle' || event.ctrlKey || event.metaKey) {
      selection.setState(toggle(now, row.id));
    } else if (wasTouch(event)) {
      if (now.selected.size > 0) selection.setState(toggle(now, row.id));
      else options.onOpen(row);
    } else {
      selection.setState(selectOnly(row.id));
    }
  }

  function onDoubleClick(event: React.MouseEvent): void {
    const row = rowOf(event);
    const modified = event.shiftKey || event.ctrlKey || event.metaKey;
    if (row && actionAt(event) === null && !modified && !wasTouch(event)) options.onOpen(row);
  }

  function onContextMenu(event: React.MouseEvent): void {
    const byMouse = event.button === 2;
    // Shift with the right button keeps the browser's own menu within reach.
    if (byMouse && event.shiftKey) return;
    event.preventDefault();
    if (longPress.isTouching()) return;
    const row = rowOf(event);
    if (row && !selection.getState().selected.has(row.id)) selection.setState(selectOnly(row.id));
    if (!row) selection.setState(clear(selection.getState()));
    const element = row && !byMouse ? rowElement(container.current, row.id) : null;
    options.onMenu(row ?? null, element ?? pointAnchor(event.clientX, event.clientY));
  }

  const handlers = {
    ...keys,
    onClick,
    onDoubleClick,
    onContextMenu,
    onPointerDown(event: React.PointerEvent<HTMLElement>): void {
      longPress.handlers.onPointerDown(event);
      rubber.handlers.onPointerDown(event);
    },
    onPointerMove(event: React.PointerEvent<HTMLElement>): void {
      longPress.handlers.onPointerMove(event);
      rubber.handlers.onPointerMove(event);
    },
    onPointerUp(): void {
      longPress.handlers.onPointerUp();
      rubber.handlers.onPointerUp();
    },
    onPointerCancel(): void {
      longPress.handlers.onPointerCancel();
      rubber.handlers.onPointerCancel();
    },
  };
  return { handlers, band: rubber.band };
}

/** Drops from the selection what left the list, and moves the keyboard to its neighbour. */
function useKeepSelectionTrue(order: string[], selection: SelectionStore): void {
  const before = useRef(order);
  useLayoutEffect(() => {
    const now = selection.getState();
    const kept = keepExisting(before.current, order, now);
    before.current = order;
    if (kept !== now) selection.setState(kept);
  });
}

/** Puts the browser's focus on the focused row, as long as the focus is in the grid at all. */
function useFollowFocus<Row extends GridRow>(options: Options<Row>): void {
  const { container, selection, takeFocus } = options;
  const focused = useStore(selection, (state) => state.focused);
  const hasFocus = useRef(false);
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    if (takeFocus) hasFocus.current = true;
    const enter = (event: FocusEvent) => {
      hasFocus.current = true;
      const id = event.target === null ? null : rowIdAt({ target: event.target });
      const now = selection.getState();
      if (id !== null && id !== now.focused) selection.setState(focusOn(now, id));
    };
    const leave = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) {
        hasFocus.current = relatedTarget instanceof Node && element.contains(relatedTarget);
        return;
      }
      // A row that is taken off the list while it has the focus: the grid keeps its claim. Whether it was can only be
      // told once the browser is done with it.
      setTimeout(() => {
        const isStillThere = target instanceof Node && target.isConnected;
        if (isStillThere && !element.contains(document.activeElement)) hasFocus.current = false;
      });
    };
    element.addEventListener('focusin', enter);
    element.addEventListener('focusout', leave);
    return () => {
      element.removeEventListener('focusin', enter);
      element.removeEventListener('focusout', leave);
    };
  }, [container, takeFocus, selection]);
  useEffect(() => {
    if (!hasFocus.current || focused === null) return;
    const row = rowElement(container.current, focused);
    if (row && !row.contains(document.activeElement)) row.focus({ preventScroll: true });
  });
}

/** The element of a row, when it is mounted. */
export function rowElement(container: HTMLElement | null, id: string): HTMLElement | null {
  return container?.querySelector<HTMLElement>(`[data-row-id="${CSS.escape(id)}"]`) ?? null;
}

function actionAt(event: React.MouseEvent): string | null {
  if (!(event.target instanceof Element)) return null;
  return event.target.closest('[data-action]')?.getAttribute('data-action') ?? null;
}

function isEmptySpace(event: React.MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('[role="columnheader"]') === null;
}

function wasTouch(event: React.MouseEvent): boolean {
  const native = event.nativeEvent;
  return native instanceof PointerEvent && native.pointerType === 'touch';
}

/** A point of the screen as a place for a menu. */
function pointAnchor(x: number, y: number) {
  return { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) };
}
