'use client';
import { type PointerEvent, useRef } from 'react';

const LONG_PRESS_MS = 450;
const SLOP_PX = 8;

/** Calls back when a finger rests on something, and tells which click belongs to that press. */
export function useLongPress(onLongPress: (event: { target: EventTarget }) => void) {
  const press = useRef<{ timer: number; x: number; y: number } | null>(null);
  const fired = useRef(false);
  const touching = useRef(false);

  function end(): void {
    if (press.current) window.clearTimeout(press.current.timer);
    press.current = null;
  }

  return {
    /** True for the click that ends a long press. */
    swallowsClick(): boolean {
      const swallow = fired.current;
      fired.current = false;
      return swallow;
    },
    /** Android asks for the context menu after a long press, which selects here. */
    isTouching: () => touching.current,
    handlers: {
      onPointerDown(event: PointerEvent): void {
        fired.current = false;
        touching.current = event.pointerType === 'touch';
        if (!touching.current) return;
        const { target } = event;
        const timer = window.setTimeout(() => {
          fired.current = true;
          onLongPress({ target });
        }, LONG_PRESS_MS);
        press.current = { timer, x: event.clientX, y: event.clientY };
      },
      onPointerMove(event: PointerEvent): void {
        const start = press.current;
        if (start && Math.hypot(event.clientX - start.x, event.clientY - start.y) > SLOP_PX) end();
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  };
}
