'use client';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { useAccountSettings } from '@/components/shell/account-settings';
import { Select } from '@/components/ui/select';
import { SettingsSection } from './settings-section';

const neverChanges = () => () => {};

/** Language and colours. */
export function AppearanceSection() {
  const t = useTranslations('account.settings.appearance');
  const labels = useTranslations('common.account');
  const settings = useAccountSettings();
  // Only the browser knows the chosen theme; the server renders the default.
  const hydrated = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  return (
    <SettingsSection title={t('title')} text={t('text')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={labels('language')}
          value={settings.locale}
          onValueChange={settings.setLocale}
          options={settings.locales}
        />
        <Select
          label={labels('theme')}
          value={hydrated ? settings.theme : 'system'}
          onValueChange={settings.setTheme}
          options={settings.themes}
        />
      </div>
    </SettingsSection>
  );
}
