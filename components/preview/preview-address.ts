'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useRef } from 'react';
import { urlWithQuery } from '@/components/call-api';
import { PREVIEW } from '@/components/entry/entry-links';

/**
 * The state of a history entry that was made by opening a preview: going back is closing it. A new object each time:
 * the router writes its own part into it, and takes a call that brings such a part for one of its own.
 */
function openedState(): { openedPreview: true } {
  return { openedPreview: true };
}

/** The address of this page with the preview of a file over it, to be opened in another tab as well. */
export function usePreviewHref(fileId: string): string {
  return withPreview(usePathname(), useSearchParams(), fileId);
}

/** Opens the preview of a file over the page that is shown; that page must draw one (`FilePreview`). */
export function openPreview(fileId: string): void {
  // The router follows these calls, and asks the server for nothing.
  window.history.pushState(openedState(), '', hereWithPreview(fileId));
}

/** The file whose preview the address asks for, and how to go to another or close it. */
export function usePreviewAddress(): { fileId: string | null; show(fileId: string): void; close(): void } {
  const fileId = useSearchParams().get(PREVIEW);
  const isLeaving = useRef<string | null>(null);
  return {
    fileId,
    show(nextId) {
      const state = isOpenedHere(window.history.state) ? openedState() : null;
      window.history.replaceState(state, '', hereWithPreview(nextId));
    },
    close() {
      // Going back takes a moment: asked for twice, it would leave the page.
      if (isLeaving.current === window.location.href) return;
      if (isOpenedHere(window.history.state)) {
        isLeaving.current = window.location.href;
        window.addEventListener('popstate', () => (isLeaving.current = null), { once: true });
        window.history.back();
      } else {
        window.history.replaceState(null, '', hereWithPreview(null));
      }
    },
  };
}

function hereWithPreview(fileId: string | null): string {
  return withPreview(window.location.pathname, new URLSearchParams(window.location.search), fileId);
}

function withPreview(path: string, search: URLSearchParams, fileId: string | null): string {
  return urlWithQuery(path, { ...Object.fromEntries(search), [PREVIEW]: fileId ?? undefined });
}

function isOpenedHere(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'openedPreview' in state;
}
