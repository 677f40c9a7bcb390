'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { FailedState } from '@/components/failed-state';
import { namesOnlyReason } from '@/components/search/names-only';
import { NamesOnlyNote, PendingNote } from '@/components/search/search-notes';
import { buttonClasses } from '@/components/ui/button-classes';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { SearchResult } from '@/contracts/search';
import { NothingFound } from './nothing-found';
import { lastPage } from './page-numbers';
import { Pagination } from './pagination';
import { ResultList } from './result-list';
import { PAGE_SIZES, type SearchState, searchStateHref } from './search-state';

interface SearchOutcomeProps {
  state: SearchState;
  query: UseQueryResult<SearchResult>;
}

/** The hits of a page, or what stands in their place. */
export function SearchOutcome({ state, query }: SearchOutcomeProps) {
  const t = useTranslations('search');
  const { data, error, isPlaceholderData } = query;
  if (!data && error) {
    return <FailedState title={t('failed')} error={error} onRetry={() => query.refetch()} />;
  }
  // That there was nothing for other words says nothing about these.
  if (!data || (isPlaceholderData && data.total === 0)) return <ResultSkeleton />;
  const namesOnly = namesOnlyReason(data);
  return (
    <>
      {namesOnly && (
        <div className="pb-2">
          <NamesOnlyNote reason={namesOnly} />
        </div>
      )}
      {data.total === 0 && <NothingFound state={state} suggestion={data.suggestion} />}
      {data.total > 0 && data.items.length === 0 && !isPlaceholderData && (
        <BeyondTheEnd state={state} data={data} />
      )}
      {data.items.length > 0 && (
        <>
          <ResultList hits={data.items} isStale={isPlaceholderData} />
          {data.total > PAGE_SIZES[0] && <Pagination state={state} total={data.total} />}
        </>
      )}
      {data.pending > 0 && !namesOnly && <PendingNote pending={data.pending} />}
    </>
  );
}

function BeyondTheEnd({ state, data }: { state: SearchState; data: SearchResult }) {
  const t = useTranslations('search.beyond');
  const page = lastPage(data.total, data.size);
  return (
    <EmptyState
      icon={SearchX}
      title={t('title')}
      text={t('text', { page })}
      className="flex-1"
      actions={
        <Link href={searchStateHref({ ...state, page })} className={buttonClasses()}>
          {t('goToLast')}
        </Link>
      }
    />
  );
}

function ResultSkeleton() {
  return (
    <div className="flex flex-col" aria-busy>
      {[0, 1, 2, 3, 4, 5].map((line) => (
        <div key={line} className="flex items-center gap-3 border-line border-b py-3">
          <Skeleton className="size-6 rounded-md" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-3.5 w-2/5" />
            <Skeleton className="h-3 w-1/4" />
          </div>
          <Skeleton className="hidden h-3.5 w-14 sm:block" />
          <Skeleton className="hidden h-3.5 w-20 sm:block" />
        </div>
      ))}
    </div>
  );
}
