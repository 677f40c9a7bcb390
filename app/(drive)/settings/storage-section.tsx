'use client';
import { useTranslations } from 'next-intl';
import { QuotaMeter } from '@/components/shell/quota-meter';
import { SettingsSection } from './settings-section';

/** How much of the quota is used. */
export function StorageSection() {
  const t = useTranslations('account.settings.storage');
  return (
    <SettingsSection title={t('title')} text={t('text')}>
      <QuotaMeter hideLabel />
    </SettingsSection>
  );
}
