'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { callApi } from '@/components/call-api';
import { PageFrame } from '@/components/page-frame';
import { queryKeys } from '@/components/query-keys';
import { focusSearchBox } from '@/components/search/search-focus';
import { useAnnouncedCount } from '@/components/search/use-announced-count';
import { EmptyState } from '@/components/ui/empty-state';
import { searchResult } from '@/contracts/search';
import { FilterChips } from './_filters/filter-chips';
import { FilterPanel } from './_filters/filter-panel';
import { SearchOutcome } from './search-outcome';
import { readSearchState, type SearchState, searchRequest } from './search-state';
import { SortChoice } from './sort-choice';
import { useFocusThatStays } from './use-result-keys';

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
  useEffect(focusSearchBox, []);
  return <EmptyState icon={Search} title={t('title')} text={t('text')} className="flex-1" />;
}

function Results({ state }: { state: SearchState }) {
  const t = useTranslations('search');
  const { words } = state;
  const query = useQuery({
    queryKey: [...queryKeys.search, searchRequest(state)],
    queryFn: ({ signal }) => callApi(searchResult, '/api/search', { query: searchRequest(state), signal }),
    // The old results stay in place until the new ones are there: nothing flickers while one types.
    placeholderData: keepPreviousData,
  });
  const total = query.data?.total;
  const count = total === undefined ? undefined : t('count', { count: total });
  useAnnouncedCount(query.isPlaceholderData ? undefined : count, words);
  useDocumentTitle(t('resultsFor', { query: words }));
  const focusThatStays = useFocusThatStays(query.data?.items);
  return (
    <PageFrame title={t('resultsFor', { query: words })}>
      {query.data && (
        <div className="pb-3">
          <FilterPanel state={state} total={query.data.total}>
            <FilterChips state={state} facets={query.data.facets} />
          </FilterPanel>
        </div>
      )}
      {count !== undefined && total !== 0 && (
        <div className="flex items-center justify-between gap-4 pb-2">
          <p className="text-[13px] text-ink-faint">{count}</p>
          <SortChoice state={state} />
        </div>
      )}
      <div {...focusThatStays} className="contents">
        <SearchOutcome state={state} query={query} />
      </div>
    </PageFrame>
  );
}

/** The title of the window follows what is typed, too: the server only knows what the page was opened with. */
function useDocumentTitle(title: string): void {
  const productName = useTranslations('common')('productName');
  useEffect(() => {
    document.title = `${title} · ${productName}`;
  }, [title, productName]);
}
