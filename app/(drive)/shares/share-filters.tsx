'use client';
import { useTranslations } from 'next-intl';
import { SearchAsYouType } from '@/components/search/search-as-you-type';
import { ChoiceChips } from '@/components/ui/choice-chips';
import { Select } from '@/components/ui/select';
import { type ShareListState, SORTS, STATUSES } from './share-list-state';

interface ShareFiltersProps {
  state: ShareListState;
  onChange(state: ShareListState): void;
}

/** Which shares are shown, and in which order. */
export function ShareFilters({ state, onChange }: ShareFiltersProps) {
  const t = useTranslations('shares.mine.filters');
  const status = useTranslations('shares.mine.status');
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
      <ChoiceChips
        label={t('status')}
        hideLabel
        value={state.status}
        onValueChange={(value) => onChange({ ...state, status: value })}
        options={STATUSES.map((value) => ({
          value,
          label: value === 'all' ? t('all') : status(value),
        }))}
      />
      <div className="flex w-full min-w-0 flex-wrap items-center gap-2.5 xl:ml-auto xl:w-auto">
        <SearchAsYouType
          label={t('search')}
          clearLabel={t('clear')}
          words={state.words}
          onSearch={(words) => onChange({ ...state, words })}
        />
        <Select
          label={t('sort')}
          hideLabel
          value={state.sort}
          onValueChange={(sort) => onChange({ ...state, sort })}
          options={SORTS.map((value) => ({ value, label: t(`sorts.${value}`) }))}
          className="w-full sm:w-48"
        />
      </div>
    </div>
  );
}
