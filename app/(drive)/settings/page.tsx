import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageFrame } from '@/components/page-frame';
import { requireSignIn } from '../require-sign-in';
import { AppearanceSection } from './appearance-section';
import { NoticesSection } from './notices-section';
import { PasswordSection } from './password-section';
import { ProfileSection } from './profile-section';
import { ReportsSection } from './reports-section';
import { SessionsSection } from './sessions-section';
import { StorageSection } from './storage-section';
import { TokensSection } from './tokens-section';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.settings');
  return { title: t('title') };
}

/** The account and how this browser shows the drive. */
export default async function SettingsPage() {
  const actor = await requireSignIn('/settings');
  const t = await getTranslations('account.settings');
  return (
    <PageFrame title={t('title')} width="reading">
      <div className="flex flex-col gap-4">
        <ProfileSection />
        <StorageSection />
        <AppearanceSection />
        <NoticesSection />
        <PasswordSection />
        <SessionsSection />
        <TokensSection />
        {actor.role === 'administrator' && <ReportsSection />}
      </div>
    </PageFrame>
  );
}
