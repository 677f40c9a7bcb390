'use client';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/shell/avatar';
import { Skeleton } from '@/components/ui/skeleton';
import { useMe } from '@/components/use-me';
import { SettingsSection } from './settings-section';

/** Who is signed in. */
export function ProfileSection() {
  const t = useTranslations('account.settings.profile');
  const { data: me } = useMe();
  return (
    <SettingsSection title={t('title')}>
      <div className="flex items-center gap-4">
        <Avatar name={me?.name ?? ''} className="size-12 text-lg" />
        {me ? (
          <div className="min-w-0">
            <p className="break-words font-medium text-[15px]">{me.name}</p>
            <p className="break-words text-ink-soft">{me.email}</p>
          </div>
        ) : (
          <div className="flex flex-col gap-2">
            <Skeleton className="h-4 w-32" />
            <Skeleton className="h-4 w-44" />
          </div>
        )}
        {me && (
          <span className="ml-auto shrink-0 rounded-full bg-accent-soft px-2.5 py-1 font-medium text-accent-text text-xs">
            {t(me.role)}
          </span>
        )}
      </div>
    </SettingsSection>
  );
}
