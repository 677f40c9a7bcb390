'use client';
import { LogOut, Settings, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Drawer } from '@/components/ui/drawer';
import { Select } from '@/components/ui/select';
import { useMe } from '@/components/use-me';
import { useAccountSettings } from './account-settings';
import { Avatar } from './avatar';
import { QuotaMeter } from './quota-meter';

const lineClasses =
  'flex min-h-12 w-full items-center gap-4 rounded-control px-3 text-left text-[15px] active:bg-press [&_svg]:size-5 [&_svg]:text-ink-soft';

/** «Me» on phones: the account, the quota and what has no place in the bottom bar. */
export function AccountSheet({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  const t = useTranslations('common');
  const { data: me } = useMe();
  const settings = useAccountSettings();
  const close = () => onOpenChange(false);
  return (
    <Drawer open={open} onOpenChange={onOpenChange} title={t('nav.me')} hideTitle>
      <div className="flex flex-col gap-4 p-4">
        <div className="flex items-center gap-3">
          <Avatar name={me?.name ?? ''} className="size-11 text-base" />
          <div className="min-w-0">
            <p className="truncate font-medium text-[15px]">{me?.name}</p>
            <p className="truncate text-[13px] text-ink-faint">{me?.email}</p>
          </div>
        </div>
        <QuotaMeter className="rounded-card border border-line p-3" />
        <div className="-mx-2 flex flex-col">
          <Link href="/recycle-bin" onClick={close} className={lineClasses}>
            <Trash2 aria-hidden />
            {t('nav.recycleBin')}
          </Link>
          <Link href="/settings" onClick={close} className={lineClasses}>
            <Settings aria-hidden />
            {t('nav.settings')}
          </Link>
        </div>
        <div className="grid grid-cols-2 gap-3">
          <Select
            label={t('account.theme')}
            value={settings.theme}
            onValueChange={settings.setTheme}
            options={settings.themes}
          />
          <Select
            label={t('account.language')}
            value={settings.locale}
            onValueChange={settings.setLocale}
            options={settings.locales}
          />
        </div>
        <button type="button" onClick={settings.signOut} className={`${lineClasses} -mx-2`}>
          <LogOut aria-hidden />
          {t('account.signOut')}
        </button>
      </div>
    </Drawer>
  );
}
