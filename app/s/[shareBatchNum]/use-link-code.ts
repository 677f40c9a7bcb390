'use client';
import { useEffect, useState } from 'react';
import { splitLinkCode } from './split-link-code';

/**
 * The extraction code that came in the link, taken out of the address bar at once, so that it stays neither in sight
 * nor in a bookmark. Undefined until the address was looked at; null when there is none.
 */
export function useLinkCode(): string | null | undefined {
  const [code, setCode] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    const { code, cleaned } = splitLinkCode(window.location.href);
    if (cleaned !== null) window.history.replaceState(window.history.state, '', cleaned);
    // React runs effects twice in development: the second look finds no code and must not forget the first.
    setCode((known) => known ?? code);
  }, []);
  return code;
}
