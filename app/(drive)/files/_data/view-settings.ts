'use client';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

export type SortKey = 'name' | 'size' | 'updatedAt' | 'kind';

interface ViewSettings {
  layout: 'list' | 'tiles';
  sort: SortKey;
  order: 'asc' | 'desc';
  detailsOpen: boolean;
  setLayout(layout: 'list' | 'tiles'): void;
  setSort(sort: SortKey, order: 'asc' | 'desc'): void;
  /** A click on a column header: the same one again turns the order round. */
  toggleSort(sort: SortKey): void;
  toggleDetails(): void;
}

/** How somebody likes to see their files; kept in this browser. */
export const useViewSettings = create<ViewSettings>()(
  persist(
    (set, get) => ({
      layout: 'list',
      sort: 'name',
      order: 'asc',
      detailsOpen: false,
      setLayout: (layout) => set({ layout }),
      setSort: (sort, order) => set({ sort, order }),
      toggleSort: (sort) => {
        const now = get();
        if (now.sort === sort) set({ order: now.order === 'asc' ? 'desc' : 'asc' });
        // Sizes and dates are looked at from the largest and the latest.
        else set({ sort, order: sort === 'size' || sort === 'updatedAt' ? 'desc' : 'asc' });
      },
      toggleDetails: () => set({ detailsOpen: !get().detailsOpen }),
    }),
    { name: 'netdisk-view', version: 1, storage: createJSONStorage(() => localStorage) },
  ),
);
