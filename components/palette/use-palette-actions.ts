'use client';
import {
  Folder,
  FolderPlus,
  Keyboard,
  Languages,
  LogOut,
  type LucideIcon,
  Monitor,
  Moon,
  Settings,
  Share2,
  Sun,
  Trash2,
  Upload,
} from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type Theme, useAccountSettings } from '@/components/shell/account-settings';
import { openShortcuts } from '@/components/shell/shortcuts-dialog';
import type { Locale } from '@/i18n/locales';
import type { NamedAction } from './match-action';

type ActionId =
  | 'upload'
  | 'newFolder'
  | 'files'
  | 'shares'
  | 'recycleBin'
  | 'settings'
  | `theme-${Theme}`
  | `language-${Locale}`
  | 'shortcuts'
  | 'signOut';

/** Something the palette can do. */
export interface PaletteAction extends NamedAction {
  id: ActionId;
  icon: LucideIcon;
  run(): void;
}

const THEME_ICONS = { light: Sun, dark: Moon, system: Monitor };

/** Everything the palette can do, in the order it is offered. */
export function usePaletteActions(here: { pickFiles(): void; newFolder(): void }): PaletteAction[] {
  const t = useTranslations('common.palette');
  const router = useRouter();
  const settings = useAccountSettings();
  const actions: Omit<PaletteAction, 'label' | 'alsoCalled'>[] = [
    { id: 'upload', icon: Upload, run: here.pickFiles },
    { id: 'newFolder', icon: FolderPlus, run: here.newFolder },
    { id: 'files', icon: Folder, run: () => router.push('/files') },
    { id: 'shares', icon: Share2, run: () => router.push('/shares') },
    { id: 'recycleBin', icon: Trash2, run: () => router.push('/recycle-bin') },
    { id: 'settings', icon: Settings, run: () => router.push('/settings') },
    ...settings.themes
      .filter(({ value }) => value !== settings.theme)
      .map(({ value }) => ({
        id: `theme-${value}` as const,
        icon: THEME_ICONS[value],
        run: () => settings.setTheme(value),
      })),
    ...settings.locales
      .filter(({ value }) => value !== settings.locale)
      .map(({ value }) => ({
        id: `language-${value}` as const,
        icon: Languages,
        run: () => void settings.setLocale(value),
      })),
    { id: 'shortcuts', icon: Keyboard, run: openShortcuts },
    { id: 'signOut', icon: LogOut, run: () => void settings.signOut() },
  ];
  return actions.map((action) => ({
    ...action,
    label: t(`actions.${action.id}`),
    alsoCalled: t(`alsoCalled.${action.id}`),
  }));
}
