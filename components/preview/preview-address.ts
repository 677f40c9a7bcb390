'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useRef } from 'react';

const NAME = 'preview';

/**
 * The state of a history entry that was made by opening a preview: going back is closing it. A new object each time:
 * the router writes its own part into it, and takes a call that brings such a part for one of its own.
 */
function openedState(): { openedPreview: true } {
  return { openedPreview: true };
}

/** The address of this page with the preview of a file over it, to be opened in another tab as well. */
export function usePreviewHref(fileId: string): string {
  const path = usePathname();
  return `${path}?${withPreview(useSearchParams(), fileId)}`;
}

/** Opens the preview of a file over the page that is shown; that page must draw one (`FilePreview`). */
export function openPreview(fileId: string): void {
  // The router follows these calls, and asks the server for nothing.
  window.history.pushState(openedState(), '', `?${withPreview(window.location.search, fileId)}`);
}

/** The file whose preview the address asks for, and how to go to another or close it. */
export function usePreviewAddress(): { fileId: string | null; show(fileId: string): void; close(): void } {
  const fileId = useSearchParams().get(NAME);
  const isLeaving = useRef<string | null>(null);
  return {
    fileId,
    show(nextId) {
      const state = isOpenedHere(window.history.state) ? openedState() : null;
      window.history.replaceState(state, '', `?${withPreview(window.location.search, nextId)}`);
    },
    close() {
      // Going back takes a moment: asked for twice, it would leave the page.
      if (isLeaving.current === window.location.href) return;
      if (isOpenedHere(window.history.state)) {
        isLeaving.current = window.location.href;
        window.addEventListener('popstate', () => (isLeaving.current = null), { once: true });
        window.history.back();
      } else {
        const rest = withPreview(window.location.search, null);
        window.history.replaceState(null, '', rest === '' ? window.location.pathname : `?${rest}`);
      }
    },
  };
}

function withPreview(search: URLSearchParams | string, fileId: string | null): string {
  const query = new URLSearchParams(search.toString());
  if (fileId === null) query.delete(NAME);
  else query.set(NAME, fileId);
  return query.toString();
}

function isOpenedHere(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'openedPreview' in state;
}
