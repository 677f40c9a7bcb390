import { Folder, type LucideIcon, Search, Share2, Trash2 } from 'lucide-react';

interface NavigationItem {
  id: 'files' | 'shares' | 'recycleBin' | 'search';
  href: string;
  icon: LucideIcon;
}

/** The places of the sidebar, in its order. */
export const SIDEBAR_ITEMS: NavigationItem[] = [
  { id: 'files', href: '/files', icon: Folder },
  { id: 'shares', href: '/shares', icon: Share2 },
  { id: 'recycleBin', href: '/recycle-bin', icon: Trash2 },
];

/** The places of the bar at the lower edge of phones; `Me` follows as a sheet. */
export const BOTTOM_ITEMS: NavigationItem[] = [
  { id: 'files', href: '/files', icon: Folder },
  { id: 'search', href: '/search', icon: Search },
  { id: 'shares', href: '/shares', icon: Share2 },
];

/** Whether a place, or a page below it, is open. */
export function isCurrent(href: string, pathname: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
