'use client';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { PathPart } from '@/contracts/entries';

const linkClasses = 'truncate rounded-md px-1.5 py-1 text-ink-soft hover:bg-hover hover:text-ink';

/** The way from the top of the share to the open folder. `path` ends with that folder. */
export function SharedPath({ path }: { path: PathPart[] }) {
  const t = useTranslations('shares.visit');
  const current = path.at(-1);
  return (
    <nav aria-label={t('breadcrumbs')} className="-ml-1.5 min-w-0">
      <ol className="flex min-w-0 flex-wrap items-center">
        <li className="min-w-0">
          {current ? (
            <Link href="?" className={linkClasses}>
              {t('top')}
            </Link>
          ) : (
            <span aria-current="page" className="px-1.5 py-1 font-medium">
              {t('top')}
            </span>
          )}
        </li>
        {path.map((part) => (
          <Fragment key={part.id}>
            <li aria-hidden className="flex">
              <ChevronRight className="size-4 shrink-0 text-ink-faint" />
            </li>
            <li className="min-w-0 max-w-[240px]">
              {part === current ? (
                <span aria-current="page" className="block truncate px-1.5 py-1 font-medium">
                  {part.name}
                </span>
              ) : (
                <Link href={`?folder=${part.id}`} className={`block ${linkClasses}`}>
                  {part.name}
                </Link>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
