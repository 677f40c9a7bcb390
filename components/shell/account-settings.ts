'use client';
import { useRouter } from 'next/navigation';
import { signOut } from 'next-auth/react';
import { useLocale, useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { LOCALE_NAMES, LOCALES, type Locale } from '@/i18n/locales';
import { setLocale } from '@/i18n/set-locale';

export type Theme = 'light' | 'dark' | 'system';

/** Appearance, language and sign-out, as the account menu and the sheet of phones offer them. */
export function useAccountSettings() {
  const t = useTranslations('common.account');
  const locale = useLocale();
  const router = useRouter();
  const { theme, setTheme } = useTheme();
  return {
    theme: asTheme(theme),
    setTheme: (next: Theme) => setTheme(next),
    themes: [
      { value: 'light' as const, label: t('themeLight') },
      { value: 'dark' as const, label: t('themeDark') },
      { value: 'system' as const, label: t('themeSystem') },
    ],
    locale,
    locales: LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] })),
    setLocale: async (next: Locale) => {
      await setLocale(next);
      router.refresh();
    },
    signOut: () => signOut({ callbackUrl: '/login' }),
  };
}

function asTheme(theme: string | undefined): Theme {
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
