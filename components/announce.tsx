'use client';
import { create } from 'zustand';

const useAnnouncement = create<{ text: string }>(() => ({ text: '' }));

/** Says a text politely to screen readers: selection counts, sorting, finished uploads. */
export function announce(text: string): void {
  // The same words twice are read twice only when the text differs, hence the alternating no-break space.
  useAnnouncement.setState((now) => ({ text: now.text === text ? `${text}\u00a0` : text }));
}

/** The live region itself; stands once, in the root layout. */
export function Announcer() {
  const text = useAnnouncement((state) => state.text);
  return (
    <p aria-live="polite" aria-atomic className="sr-only">
      {text}
    </p>
  );
}
