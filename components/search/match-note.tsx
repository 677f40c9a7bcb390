'use client';
import { useTranslations } from 'next-intl';
import type { SearchHit } from '@/contracts/search';

/** Why a name is here that does not hold what was typed. */
export function MatchNote({ matchedBy }: Pick<SearchHit, 'matchedBy'>) {
  const t = useTranslations('search.matchedBy');
  const [reason] = matchedBy;
  if (reason === undefined || matchedBy.includes('name') || reason === 'name') return null;
  return <span className="shrink-0 text-ink-faint text-xs">{t(reason)}</span>;
}
