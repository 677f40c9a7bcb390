'use client';
import { useTranslations } from 'next-intl';
import { ChoiceOrOwn } from './choice-or-own';
import { filterValue, withFilter } from './edit-query-line';
import type { FilterFieldProps } from './filter-panel';
import { RangeFields } from './range-fields';

const SIZES = ['<1MB', '1MB..10MB', '10MB..100MB', '100MB..1GB', '>1GB'] as const;

/** How large files are. */
export function SizeFilter({ line, onChange }: FilterFieldProps) {
  const t = useTranslations('search.filters');
  const value = filterValue(line, 'size');
  return (
    <ChoiceOrOwn
      label={t('size')}
      value={value}
      options={SIZES.map((size) => ({ value: size, label: t(`sizes.${size}`) }))}
      onChange={(size) => onChange(withFilter(line, 'size', size))}
      own={
        <RangeFields
          range={value}
          type="text"
          placeholders={['1 MB', '20 MB']}
          onChange={(range) => {
            const next = withFilter(line, 'size', range);
            onChange(next);
            return next !== line;
          }}
        />
      }
    />
  );
}
