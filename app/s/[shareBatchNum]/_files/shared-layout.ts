'use client';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

interface SharedLayout {
  layout: 'list' | 'tiles';
  setLayout(layout: 'list' | 'tiles'): void;
}

/** How a visitor likes to see shared files; kept in their browser. */
export const useSharedLayout = create<SharedLayout>()(
  persist((set) => ({ layout: 'list', setLayout: (layout) => set({ layout }) }), {
    name: 'netdisk-share-view',
    version: 1,
    storage: createJSONStorage(() => localStorage),
  }),
);
