'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/select';
import { type SearchState, SORTS, searchStateHref } from './search-state';

/** The order of the results. */
export function SortChoice({ state }: { state: SearchState }) {
  const t = useTranslations('search.sort');
  const router = useRouter();
  return (
    <Select
      label={t('label')}
      hideLabel
      value={state.sort}
      onValueChange={(sort) => router.push(searchStateHref({ ...state, sort, page: 1 }))}
      options={SORTS.map((value) => ({ value, label: t(value) }))}
      className="w-44"
    />
  );
}
