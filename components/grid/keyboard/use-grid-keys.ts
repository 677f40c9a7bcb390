'use client';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import type { GridEvents, GridRow } from '../grid-types';
import { clear, focusOn, selectOnly, selectRange, toggle } from '../selection/selection';
import type { SelectionStore } from '../selection/selection-store';
import { rowElement } from '../use-grid-interaction';
import { movedIndex } from './grid-movement';
import { findTyped } from './type-ahead';

interface Options<Row extends GridRow> extends GridEvents<Row> {
  container: RefObject<HTMLElement | null>;
  rows: Row[];
  order: string[];
  selection: SelectionStore;
  columns: number;
  pageRows(): number;
  scrollToIndex(index: number): void;
}

/** Letters typed within this time make one word. */
const TYPE_AHEAD_MS = 700;

/** Signs that are commands of the page, and cannot begin a name or need not. */
const PAGE_KEYS = new Set(['/', '?']);

/** The keys of a grid: movement, selection, type-ahead, opening and the menu; then those of the screen. */
export function useGridKeys<Row extends GridRow>(options: Options<Row>) {
  const { rows, order, selection } = options;
  const typed = useRef({ text: '', at: 0 });

  function goTo(index: number, select: 'only' | 'range' | 'none'): void {
    const id = order[index];
    if (id === undefined) return;
    const now = selection.getState();
    if (select === 'only') selection.setState(selectOnly(id));
    else if (select === 'range') selection.setState(selectRange(order, now, id));
    else selection.setState(focusOn(now, id));
    options.scrollToIndex(index);
  }

  function typeAhead(char: string, at: number): boolean {
    const running = at - typed.current.at < TYPE_AHEAD_MS ? typed.current.text : '';
    // A space opens or selects unless it continues a word.
    if (char === ' ' && running === '') return false;
    const text = running + char;
    typed.current = { text, at };
    const current = order.indexOf(selection.getState().focused ?? '');
    const names = rows.map((row) => row.name);
    // The first letter looks behind the current row, so that pressing it again walks through the matches.
    const index = findTyped(names, text, running === '' ? current + 1 : current);
    if (index >= 0) goTo(index, 'only');
    return true;
  }

  function rowsInHand(): Row[] {
    const { selected, focused } = selection.getState();
    return rows.filter((row) => (selected.size > 0 ? selected.has(row.id) : row.id === focused));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.defaultPrevented || isTyping(event.target)) return;
    options.onKey?.(event, rowsInHand());
    if (event.defaultPrevented) return;
    if (handleKey(event)) event.preventDefault();
  }

  function handleKey(event: KeyboardEvent): boolean {
    const ctrl = event.ctrlKey || event.metaKey;
    const now = selection.getState();
    const focusedIndex = order.indexOf(now.focused ?? '');
    const focusedRow = rows[focusedIndex];
    if (event.altKey) return false;
    const target = movedIndex(event.key, focusedIndex, {
      count: order.length,
      columns: options.columns,
      pageRows: options.pageRows(),
    });
    if (target !== null) {
      goTo(target, event.shiftKey ? 'range' : ctrl ? 'none' : 'only');
      return true;
    }
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      openMenu(focusedRow);
      return true;
    }
    if (event.key === 'Escape') {
      // With nothing to clear, the key is left to whatever lies above.
      if (now.selected.size === 0) return false;
      selection.setState(clear(now));
      return true;
    }
    if (ctrl && event.key.toLowerCase() === 'a') {
      options.onSelectAll();
      return true;
    }
    const isLetter = event.key.length === 1 && !ctrl && !event.shiftKey && !PAGE_KEYS.has(event.key);
    if (isLetter && typeAhead(event.key, event.timeStamp)) return true;
    if (!focusedRow) return false;
    if (event.key === 'Enter' && !ctrl && !event.shiftKey) {
      options.onOpen(focusedRow);
      return true;
    }
    if (event.key === ' ') {
      if (event.shiftKey) selection.setState(selectRange(order, now, focusedRow.id));
      else selection.setState(toggle(now, focusedRow.id));
      return true;
    }
    return false;
  }

  function openMenu(row: Row | undefined): void {
    if (row && !selection.getState().selected.has(row.id)) selection.setState(selectOnly(row.id));
    const element = row ? rowElement(options.container.current, row.id) : options.container.current;
    if (element) options.onMenu(row ?? null, element);
  }

  return { onKeyDown };
}

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type="checkbox"]), textarea, [contenteditable]')
  );
}
