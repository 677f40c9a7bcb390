'use client';
import { useEffect } from 'react';
import { announce } from '@/components/announce';

/** Says how many results some words have, once that is known. */
export function useAnnouncedCount(count: string | undefined, words: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same number is said again for other words
  useEffect(() => {
    if (count !== undefined) announce(count);
  }, [count, words]);
}
