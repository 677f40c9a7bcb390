'use client';
import { useFormatter, useTranslations } from 'next-intl';
import type { SearchHit } from '@/contracts/search';
import { matchReasons } from './match-reasons';

/** Why a hit is here, where its name does not hold all that was typed. */
export function MatchNote({ matchedBy }: Pick<SearchHit, 'matchedBy'>) {
  const t = useTranslations('search.matchedBy');
  const format = useFormatter();
  const reasons = matchReasons(matchedBy);
  if (reasons.length === 0) return null;
  return (
    <span className="max-w-full shrink-0 text-ink-faint text-xs">
      {/* Narrow: with commas alone, in both languages. */}
      {format.list(
        reasons.map((reason) => t(reason)),
        { style: 'narrow' },
      )}
    </span>
  );
}
