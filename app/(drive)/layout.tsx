import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';

/**
 * The frame of the signed-in pages: files, search, shares, recycle-bin and settings are folders beside this file, so
 * that header, sidebar and upload tray stay in place while one goes from page to page.
 */
export default function DriveLayout({ children }: { children: ReactNode }) {
  return <AppShell>{children}</AppShell>;
}
