'use client';
import { CircleUser } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '@/components/class-names';
import { AccountSheet } from './account-sheet';
import { BOTTOM_ITEMS, isCurrent } from './navigation-items';

const itemClasses =
  'flex min-h-14 w-full flex-col items-center justify-center gap-0.5 text-[11px] font-medium text-ink-soft [&_svg]:size-[22px]';

/** The places of the drive at the lower edge of phones. */
export function BottomNav() {
  const t = useTranslations('common.nav');
  const pathname = usePathname();
  const [sheetOpen, setSheetOpen] = useState(false);
  return (
    <nav
      aria-label={t('label')}
      className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid grid-cols-4">
        {BOTTOM_ITEMS.map(({ id, href, icon: Icon }) => {
          const current = isCurrent(href, pathname);
          return (
            <li key={id}>
              <Link
                href={href}
                aria-current={current ? 'page' : undefined}
                className={cn(itemClasses, current && 'text-accent-text')}
              >
                <Icon aria-hidden className={cn(current && 'fill-current/15')} />
                {t(id)}
              </Link>
            </li>
          );
        })}
        <li>
          <button
            type="button"
            aria-haspopup="dialog"
            aria-expanded={sheetOpen}
            onClick={() => setSheetOpen(true)}
            className={itemClasses}
          >
            <CircleUser aria-hidden />
            {t('me')}
          </button>
        </li>
      </ul>
      <AccountSheet open={sheetOpen} onOpenChange={setSheetOpen} />
    </nav>
  );
}
