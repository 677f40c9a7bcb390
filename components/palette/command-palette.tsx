'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { openPalette, usePalette } from './palette-store';

/** Loaded with the first Ctrl+K: no page waits for it. */
const PaletteDialog = dynamic(() => import('./palette-dialog').then((module) => module.PaletteDialog), {
  ssr: false,
});

const OTHER_DIALOGS = '[role="dialog"], [role="alertdialog"]';

/** Hears Ctrl+K and Cmd+K on every page, and shows the palette. Stands once, in the shell. */
export function CommandPalette() {
  const isOpen = usePalette((state) => state.open);
  const [wasOpen, setWasOpen] = useState(false);
  if (isOpen && !wasOpen) setWasOpen(true);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const isKey = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (!isKey || event.shiftKey || event.altKey || event.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      // A question on the screen is answered first.
      if (!document.querySelector(OTHER_DIALOGS)) openPalette();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return wasOpen ? <PaletteDialog /> : null;
}
