'use client';
import { Star, X } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/class-names';
import { FILE_TYPES } from '@/contracts/file-types';
import type { SearchResult } from '@/contracts/search';
import { type SearchState, searchStateHref } from '../search-state';
import {
  chosenTypes,
  filtersOf,
  isStarredOnly,
  withoutPart,
  withStarredOnly,
  withType,
} from './edit-query-line';

/** What the results can be narrowed to, with how many there are; all of it stands in the query line as well. */
export function FilterChips({ state, facets }: { state: SearchState; facets: SearchResult['facets'] }) {
  const t = useTranslations('search.filters');
  const format = useFormatter();
  const { words } = state;
  const chosen = chosenTypes(words);
  const offered = FILE_TYPES.filter((type) => chosen.includes(type) || (facets[type] ?? 0) > 0);
  const others = filtersOf(words).filter(({ filter }) => filter.key !== 'type' && filter.key !== 'is');
  const href = (line: string) => searchStateHref({ ...state, words: line, page: 1 });
  const starred = isStarredOnly(words);
  return (
    <nav
      aria-label={t('label')}
      className="-my-1 flex min-w-0 flex-1 gap-2 overflow-x-auto px-1 py-1 md:flex-wrap"
    >
      {offered.map((type) => {
        const isOn = chosen.includes(type);
        return (
          <Chip key={type} href={href(withType(words, type, !isOn))} isOn={isOn}>
            {t(`types.${type}`)}
            <span className="text-ink-faint tabular-nums">{format.number(facets[type] ?? 0)}</span>
          </Chip>
        );
      })}
      <Chip href={href(withStarredOnly(words, !starred))} isOn={starred}>
        <Star aria-hidden className="size-3.5" />
        {t('starred')}
      </Chip>
      {others.map(({ raw }) => (
        <Chip key={raw} href={href(withoutPart(words, raw))} isOn>
          {raw}
          <X aria-hidden className="size-3.5" />
          <span className="sr-only">{t('remove')}</span>
        </Chip>
      ))}
    </nav>
  );
}

/** A switch that is a link: the state is the address. Switched on, it leads to where it is off. */
function Chip({ href, isOn, children }: { href: string; isOn: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={isOn ? 'true' : undefined}
      className={cn(
        'inline-flex h-8 shrink-0 items-center gap-1.5 rounded-full border px-3 text-[13px] outline-offset-2 transition-colors focus-visible:outline-2 focus-visible:outline-accent-line pointer-coarse:h-11',
        isOn
          ? 'border-accent bg-accent-soft font-medium text-accent-text'
          : 'border-line-strong text-ink-soft hover:bg-hover',
      )}
    >
      {children}
    </Link>
  );
}
