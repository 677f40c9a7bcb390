'use client';
import { Languages } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAccountSettings } from '@/components/shell/account-settings';
import { buttonClasses } from '@/components/ui/button-classes';
import { Menu, MenuChoice } from '@/components/ui/menu';
import { LOCALE_NAMES } from '@/i18n/locales';

/** Lets a visitor without an account choose the language of the page. */
export function LanguageSwitch() {
  const t = useTranslations('account');
  const { locale, locales, setLocale } = useAccountSettings();
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`${t('language')}: ${LOCALE_NAMES[locale]}`}
          className={buttonClasses({ variant: 'quiet' })}
        >
          <Languages aria-hidden />
          {LOCALE_NAMES[locale]}
        </button>
      }
    >
      <MenuChoice label={t('language')} value={locale} onValueChange={setLocale} options={locales} />
    </Menu>
  );
}
