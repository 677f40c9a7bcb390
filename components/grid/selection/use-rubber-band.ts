'use client';
import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { type Band, type GridGeometry, rowsInBand } from './rows-in-band';
import type { SelectionStore } from './selection-store';

interface Options {
  /** The element the rows lie in; bands are measured from its upper left. */
  body: RefObject<HTMLElement | null>;
  order: string[];
  geometry: Omit<GridGeometry, 'count'>;
  selection: SelectionStore;
}

/** The mouse must move this far before a press becomes a band. */
const SLOP_PX = 4;

/**
 * Selecting with a rectangle drawn by the mouse, from the space between and below the rows. With Ctrl it adds to what
 * is selected. Returns the rectangle to draw, and whether the click that ends it is still to come.
 */
export function useRubberBand({ body, order, geometry, selection }: Options) {
  const start = useRef<{ x: number; y: number; kept: ReadonlySet<string> } | null>(null);
  const wasDrawn = useRef(false);
  const [band, setBand] = useState<Band | null>(null);

  function pointIn(event: PointerEvent): { x: number; y: number } {
    const origin = body.current?.getBoundingClientRect();
    return { x: event.clientX - (origin?.left ?? 0), y: event.clientY - (origin?.top ?? 0) };
  }

  function end(): void {
    start.current = null;
    setBand(null);
  }

  return {
    band,
    swallowsClick(): boolean {
      const swallow = wasDrawn.current;
      wasDrawn.current = false;
      return swallow;
    },
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>): void {
        wasDrawn.current = false;
        if (event.pointerType !== 'mouse' || event.button !== 0 || !isEmptySpace(event)) return;
        const kept = event.ctrlKey || event.metaKey ? selection.getState().selected : new Set<string>();
        start.current = { ...pointIn(event), kept };
      },
      onPointerMove(event: PointerEvent<HTMLElement>): void {
        if (!start.current) return;
        const { x, y, kept } = start.current;
        const to = pointIn(event);
        if (!wasDrawn.current && Math.hypot(to.x - x, to.y - y) < SLOP_PX) return;
        if (!wasDrawn.current) event.currentTarget.setPointerCapture(event.pointerId);
        wasDrawn.current = true;
        const drawn = {
          left: Math.min(x, to.x),
          right: Math.max(x, to.x),
          top: Math.min(y, to.y),
          bottom: Math.max(y, to.y),
        };
        setBand(drawn);
        const touched = rowsInBand(drawn, { ...geometry, count: order.length });
        const ids = touched.flatMap((index) => order[index] ?? []);
        selection.setState({ selected: new Set([...kept, ...ids]), anchor: ids[0] ?? null });
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  };
}

function isEmptySpace(event: PointerEvent<HTMLElement>): boolean {
  if (!(event.target instanceof Element)) return false;
  if (event.target.closest('[data-row-id], [role="columnheader"], button')) return false;
  // A press on the scroll bar is heard by the container too.
  return event.nativeEvent.offsetX < event.currentTarget.clientWidth;
}
