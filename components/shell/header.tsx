'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { SearchBox } from '@/components/search-box';
import { AccountMenu } from './account-menu';
import { Logo } from './logo';

/** The bar on top of every signed-in page: home, the search box, the account. */
export function Header() {
  const t = useTranslations('common');
  return (
    <header className="z-20 flex h-14 shrink-0 items-center gap-3 px-3 md:h-16 md:px-4">
      <Link
        href="/files"
        className="hidden w-[200px] shrink-0 items-center gap-2.5 rounded-control px-2 py-1 font-semibold text-[17px] tracking-tight md:flex"
      >
        <Logo className="size-7 shrink-0" />
        {t('productName')}
      </Link>
      <div className="min-w-0 flex-1">
        <div className="md:max-w-[640px]">
          <SearchBox />
        </div>
      </div>
      <div className="hidden md:block">
        <AccountMenu />
      </div>
    </header>
  );
}
