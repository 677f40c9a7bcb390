'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '@/components/class-names';
import { TextField } from '@/components/ui/text-field';
import { useFollowed } from './use-followed';

interface RangeFieldsProps {
  /** 'a..b', either of them open; null for none yet. */
  range: string | null;
  type: 'text' | 'date';
  placeholders?: [from: string, to: string];
  /** Returns whether the range could be used. */
  onChange(range: string | null): boolean;
}

/** Two ends of a range, taken over with Enter or when one leaves them. */
export function RangeFields({ range, type, placeholders, onChange }: RangeFieldsProps) {
  const t = useTranslations('search.filters');
  const ends = endsOf(range);
  const [from, setFrom] = useFollowed(ends[0]);
  const [to, setTo] = useFollowed(ends[1]);
  const [isWrong, setWrong] = useState(false);

  function take(): void {
    const typed = [from, to].map((end) => end.replace(/\s+/gu, ''));
    if (typed.join('..') === ends.join('..')) return;
    setWrong(!onChange(typed.every((end) => end === '') ? null : typed.join('..')));
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) take();
      }}
      // A date does not fit half a column of the panel.
      className={cn('grid grid-cols-2 gap-2', type === 'date' && 'sm:grid-cols-1')}
    >
      <TextField
        label={t('from')}
        type={type}
        value={from}
        onValueChange={setFrom}
        placeholder={placeholders?.[0]}
        error={isWrong ? t('wrongRange') : null}
      />
      <TextField
        label={t('to')}
        type={type}
        value={to}
        onValueChange={setTo}
        placeholder={placeholders?.[1]}
      />
      <button type="submit" hidden />
    </form>
  );
}

function endsOf(range: string | null): [from: string, to: string] {
  if (range === null || !range.includes('..')) return ['', ''];
  const [from = '', to = ''] = range.split('..');
  return [from, to];
}
