'use client';
import { Command, Keyboard, LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { openPalette } from '@/components/palette/palette-store';
import { Menu, MenuChoice, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu';
import { useMe } from '@/components/use-me';
import { useAccountSettings } from './account-settings';
import { Avatar } from './avatar';
import { openShortcuts } from './shortcuts-dialog';

const THEME_ICONS = { light: Sun, dark: Moon, system: Monitor };

/** The round button at the right of the header: who is signed in, settings, appearance, language, sign-out. */
export function AccountMenu() {
  const t = useTranslations('common');
  const { data: me } = useMe();
  const settings = useAccountSettings();
  const themes = settings.themes.map((choice) => ({ ...choice, icon: THEME_ICONS[choice.value] }));
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={t('account.menu', { name: me?.name ?? '' })}
          className="flex size-9 items-center justify-center rounded-full transition-shadow hover:ring-4 hover:ring-press data-popup-open:ring-4 data-popup-open:ring-press pointer-coarse:size-11"
        >
          <Avatar name={me?.name ?? ''} />
        </button>
      }
    >
      {me && (
        <div className="max-w-64 px-2.5 pt-2 pb-2.5">
          <p className="truncate font-medium">{me.name}</p>
          <p className="truncate text-[13px] text-ink-faint">{me.email}</p>
        </div>
      )}
      <MenuSeparator />
      <MenuLink icon={Settings} href="/settings" render={<Link href="/settings" />}>
        {t('nav.settings')}
      </MenuLink>
      <MenuItem icon={Command} shortcut="Ctrl+K" onClick={openPalette}>
        {t('palette.label')}
      </MenuItem>
      <MenuItem icon={Keyboard} shortcut="?" onClick={openShortcuts}>
        {t('account.shortcuts')}
      </MenuItem>
      <MenuSeparator />
      <MenuChoice
        label={t('account.theme')}
        value={settings.theme}
        onValueChange={settings.setTheme}
        options={themes}
      />
      <MenuSeparator />
      <MenuChoice
        label={t('account.language')}
        value={settings.locale}
        onValueChange={settings.setLocale}
        options={settings.locales}
      />
      <MenuSeparator />
      <MenuItem icon={LogOut} onClick={settings.signOut}>
        {t('account.signOut')}
      </MenuItem>
    </Menu>
  );
}
