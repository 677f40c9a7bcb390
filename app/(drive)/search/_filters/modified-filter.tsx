'use client';
import { useTranslations } from 'next-intl';
import { ChoiceOrOwn } from './choice-or-own';
import { filterValue, withFilter } from './edit-query-line';
import type { FilterFieldProps } from './filter-panel';
import { RangeFields } from './range-fields';

/** When entries were changed; days are those of the person. */
export function ModifiedFilter({ line, onChange }: FilterFieldProps) {
  const t = useTranslations('search.filters');
  const value = filterValue(line, 'modified');
  return (
    <ChoiceOrOwn
      label={t('modified')}
      value={value?.toLowerCase() ?? null}
      options={[
        { value: 'today', label: t('times.today') },
        { value: '7d', label: t('times.week') },
        { value: '30d', label: t('times.month') },
        { value: String(new Date().getFullYear()), label: t('times.year') },
      ]}
      onChange={(time) => onChange(withFilter(line, 'modified', time))}
      own={
        <RangeFields
          range={value}
          type="date"
          onChange={(range) => {
            const next = withFilter(line, 'modified', range);
            onChange(next);
            return next !== line;
          }}
        />
      }
    />
  );
}
