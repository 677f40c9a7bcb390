'use client';
import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonClasses } from '@/components/ui/button-classes';
import { EmptyState } from '@/components/ui/empty-state';
import { filtersOf, withoutFilters } from './_filters/edit-query-line';
import { type SearchState, searchStateHref } from './search-state';

/** Nothing was found: what may have been meant, and the ways to find more. */
export function NothingFound({ state, suggestion }: { state: SearchState; suggestion: string | null }) {
  const t = useTranslations('search.empty');
  const { words } = state;
  const href = (line: string) => searchStateHref({ ...state, words: line, page: 1 });
  // Without any words there would be nothing left to search for.
  const wordsAlone = filtersOf(words).length > 0 ? withoutFilters(words) : '';
  const link = (text: React.ReactNode) => (
    <Link
      href={href(suggestion ?? words)}
      className="break-words rounded-sm font-medium text-accent-text underline underline-offset-2"
    >
      {text}
    </Link>
  );
  return (
    <EmptyState
      icon={SearchX}
      title={t('title', { query: words })}
      text={suggestion === null ? t('text') : t.rich('didYouMean', { query: suggestion, link })}
      className="flex-1 [&_h2]:line-clamp-3 [&_h2]:max-w-full [&_h2]:break-words"
      actions={
        <>
          {wordsAlone !== '' && (
            <Link href={href(wordsAlone)} className={buttonClasses()}>
              {t('clearFilters')}
            </Link>
          )}
          <Link href="/recycle-bin" className={buttonClasses()}>
            {t('recycleBin')}
          </Link>
        </>
      }
    />
  );
}
