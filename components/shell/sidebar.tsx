'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/class-names';
import { isCurrent, SIDEBAR_ITEMS } from './navigation-items';
import { QuotaMeter } from './quota-meter';

/** The places of the drive and the quota, on everything wider than a phone. */
export function Sidebar() {
  const t = useTranslations('common.nav');
  const pathname = usePathname();
  return (
    <nav
      aria-label={t('label')}
      className="hidden w-56 shrink-0 flex-col justify-between gap-6 px-3 pt-2 pb-5 md:flex"
    >
      <ul className="flex flex-col gap-0.5">
        {SIDEBAR_ITEMS.map(({ id, href, icon: Icon }) => {
          const current = isCurrent(href, pathname);
          return (
            <li key={id}>
              <Link
                href={href}
                aria-current={current ? 'page' : undefined}
                className={cn(
                  'flex h-9 items-center gap-3 rounded-control px-3 font-medium text-ink-soft text-sm transition-colors pointer-coarse:h-11',
                  current ? 'bg-accent-soft text-accent-text' : 'hover:bg-press/70 hover:text-ink',
                )}
              >
                <Icon aria-hidden className="size-[18px] shrink-0" />
                <span className="truncate">{t(id)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      <QuotaMeter className="px-3" />
    </nav>
  );
}
