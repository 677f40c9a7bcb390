'use client';
import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query matches; `false` while the server renders. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/** Below Tailwind's `sm`: sheets instead of menus, a bottom bar instead of the sidebar. */
export function useIsPhone(): boolean {
  return useMediaQuery('(max-width: 639.98px)');
}
