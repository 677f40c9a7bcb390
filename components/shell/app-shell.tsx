'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CommandPalette } from '@/components/palette/command-palette';
import { focusSearchBox } from '@/components/search/search-focus';
import { UploadTray } from '@/components/upload/upload-tray';
import { useShortcutKeys } from '@/components/use-shortcut-keys';
import { BottomNav } from './bottom-nav';
import { Header } from './header';
import { LiveUpdates } from './live-updates';
import { openShortcuts, ShortcutsDialog } from './shortcuts-dialog';
import { Sidebar } from './sidebar';

/**
 * The frame of every signed-in page: header, sidebar (a bar at the lower edge of phones), and the main panel, which
 * scrolls inside itself on wide screens. It stays mounted from page to page.
 */
export function AppShell({ children }: { children: ReactNode }) {
  const t = useTranslations('common');
  useShortcutKeys({ '?': openShortcuts, '/': focusSearchBox });
  return (
    <div className="flex h-dvh flex-col bg-canvas">
      <a
        href="#content"
        className="-translate-y-16 fixed top-2 left-2 z-80 rounded-control bg-accent px-4 py-2 font-medium text-on-accent transition-transform focus-visible:translate-y-0"
      >
        {t('skipToContent')}
      </a>
      <Header />
      <div className="flex min-h-0 flex-1">
        <Sidebar />
        <main
          id="content"
          tabIndex={-1}
          className="relative flex min-w-0 flex-1 flex-col overflow-hidden border-line border-t bg-surface pb-[calc(56px+env(safe-area-inset-bottom))] outline-none md:rounded-tl-sheet md:border-l md:pb-0"
        >
          {children}
        </main>
      </div>
      <UploadTray />
      <BottomNav />
      <ShortcutsDialog />
      <CommandPalette />
      <LiveUpdates />
    </div>
  );
}
