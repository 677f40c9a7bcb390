'use client';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { announce } from '@/components/announce';
import { callApi } from '@/components/call-api';
import { PageFrame } from '@/components/page-frame';
import { queryKeys } from '@/components/query-keys';
import { EmptyState } from '@/components/ui/empty-state';
import { searchResult } from '@/contracts/search';
import { FilterChips } from './filter-chips';
import { SearchOutcome } from './search-outcome';
import { readSearchState, type SearchState, searchRequest } from './search-state';
import { SortChoice } from './sort-choice';

/** The results page. Its whole state is the address. */
export function SearchScreen() {
  const t = useTranslations('search');
  const state = readSearchState(useSearchParams());
  if (state.words !== '') return <Results state={state} />;
  return (
    <PageFrame title={t('title')}>
      <Start />
    </PageFrame>
  );
}

/** Nothing was asked for yet: the box is where to go on. */
function Start() {
  const t = useTranslations('search.start');
  useEffect(() => document.querySelector<HTMLInputElement>('[data-search-box]')?.focus(), []);
  return <EmptyState icon={Search} title={t('title')} text={t('text')} className="flex-1" />;
}

function Results({ state }: { state: SearchState }) {
  const t = useTranslations('search');
  const { words } = state;
  const query = useQuery({
    queryKey: [...queryKeys.search, searchRequest(state)],
    queryFn: ({ signal }) => callApi(searchResult, '/api/search', { query: searchRequest(state), signal }),
    // Turning pages keeps the old one in place meanwhile; other words begin anew.
    placeholderData: (previous, previousQuery) =>
      isSameWords(previousQuery?.queryKey, words) ? previous : undefined,
  });
  const total = query.data?.total;
  const count = total === undefined ? undefined : t('count', { count: total });
  useEffect(() => {
    if (count !== undefined) announce(count);
  }, [count]);
  return (
    <PageFrame
      title={t('resultsFor', { query: words })}
      actions={total !== undefined && total > 0 && <SortChoice state={state} />}
    >
      {query.data && <FilterChips state={state} facets={query.data.facets} />}
      {count !== undefined && total !== 0 && <p className="-mt-2 pb-3 text-[13px] text-ink-faint">{count}</p>}
      <SearchOutcome state={state} query={query} />
    </PageFrame>
  );
}

function isSameWords(queryKey: readonly unknown[] | undefined, words: string): boolean {
  const request = queryKey?.[1];
  return typeof request === 'object' && request !== null && 'q' in request && request.q === words;
}
