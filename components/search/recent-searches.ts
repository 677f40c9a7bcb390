'use client';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

const KEPT = 6;

interface RecentSearches {
  /** Newest first. */
  recent: string[];
  remember(words: string): void;
  forgetAll(): void;
}

/** What was searched for in this browser. */
export const useRecentSearches = create<RecentSearches>()(
  persist(
    (set) => ({
      recent: [],
      remember: (words) => set(({ recent }) => ({ recent: withSearch(recent, words) })),
      forgetAll: () => set({ recent: [] }),
    }),
    { name: 'netdisk.recent-searches' },
  ),
);

/** The list with some words on top, each once whatever its case. */
export function withSearch(recent: string[], words: string): string[] {
  const added = words.trim();
  if (added === '') return recent;
  const others = recent.filter((known) => known.toLowerCase() !== added.toLowerCase());
  return [added, ...others].slice(0, KEPT);
}
