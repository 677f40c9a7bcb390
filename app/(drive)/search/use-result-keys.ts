'use client';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isTrashKey } from '@/components/entry-commands/is-trash-key';
import { movedIndex } from '@/components/grid/keyboard/grid-movement';
import { focusHit, focusSearchBox } from '@/components/search/search-focus';
import type { SearchHit } from '@/contracts/search';

const PAGE_ROWS = 8;

interface Options {
  hits: SearchHit[];
  onRename(hit: SearchHit): void;
  onTrash(hit: SearchHit): void;
}

/**
 * The keys of the hits: arrows, Home, End and pages go from name to name, up from the first and Escape to the search
 * box; F2, Delete and the menu key do what they do in the files. The list is one stop for Tab: the hit one was on last,
 * and what belongs to it.
 */
export function useResultKeys({ hits, onRename, onTrash }: Options) {
  const [lastId, setLastId] = useState<string | null>(null);
  const currentId = hits.some(({ id }) => id === lastId) ? lastId : hits[0]?.id;

  function onFocus({ target }: FocusEvent): void {
    const id = lineOf(target)?.dataset.line;
    if (id !== undefined) setLastId(id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const line = lineOf(event.target);
    const index = hits.findIndex(({ id }) => id === line?.dataset.line);
    const hit = hits[index];
    if (!line || !hit || event.nativeEvent.isComposing || event.ctrlKey) return;
    if (runKey(event, { line, hit, index })) event.preventDefault();
  }

  /** Returns whether the key was one of the list. */
  function runKey(event: KeyboardEvent, at: { line: HTMLElement; hit: SearchHit; index: number }): boolean {
    if (isTrashKey(event)) onTrash(at.hit);
    else if (event.metaKey || event.altKey) return false;
    else if (event.key === 'F2') onRename(at.hit);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(at.line);
    else if (event.key === 'Escape' || (event.key === 'ArrowUp' && at.index === 0)) focusSearchBox();
    else {
      const shape = { count: hits.length, columns: 1, pageRows: PAGE_ROWS };
      const target = movedIndex(event.key, at.index, shape);
      if (target === null) return false;
      focusHit(target);
    }
    return true;
  }

  return { currentId, onFocus, onKeyDown };
}

/**
 * Keeps the keyboard among the hits when the one it is on goes: it moves on to the next one, or to the search box where
 * none is left.
 */
export function useFocusThatStays(hits: SearchHit[] | undefined) {
  const focusedAt = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other hits are what may have taken the focus away
  useEffect(() => {
    if (focusedAt.current === null || document.activeElement !== document.body) return;
    if (!focusHit(focusedAt.current)) focusSearchBox();
  }, [hits]);
  return {
    onFocus({ target }: FocusEvent): void {
      const line = lineOf(target);
      focusedAt.current = line ? [...(line.parentElement?.children ?? [])].indexOf(line) : null;
    },
    // Of what is taken out of the page React says nothing: this is somebody who went elsewhere.
    onBlur(): void {
      focusedAt.current = null;
    },
  };
}

function lineOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
}

function openMenu(line: HTMLElement): void {
  line.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.click();
}
