'use client';
import { Clock, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FileIcon } from '@/components/entry/file-icon';
import { HighlightedName } from '@/components/entry/highlighted-name';
import type { SearchHit } from '@/contracts/search';
import { MatchNote } from './match-note';
import type { SuggestionItem } from './suggestion-items';

/** What one line of the panel shows. */
export function SuggestionLine({ item }: { item: SuggestionItem }) {
  const t = useTranslations('search.box');
  switch (item.type) {
    case 'recent':
      return (
        <>
          <Clock aria-hidden className="size-[18px] shrink-0 text-ink-faint" />
          <span className="truncate">{item.words}</span>
        </>
      );
    case 'hit':
      return <HitLine hit={item.hit} />;
    case 'everything':
      return (
        <>
          <Search aria-hidden className="size-[18px] shrink-0 text-ink-faint" />
          <span className="truncate">
            {t.rich('everything', {
              query: item.words,
              b: (words) => <span className="font-medium">{words}</span>,
            })}
          </span>
        </>
      );
  }
}

function HitLine({ hit }: { hit: SearchHit }) {
  const t = useTranslations('search');
  const path = [t('root'), ...hit.path.map((part) => part.name)].join(' / ');
  return (
    <>
      <FileIcon entry={hit} />
      <span className="flex min-w-0 flex-col">
        <span className="flex min-w-0 items-baseline gap-x-2 max-sm:flex-wrap">
          <span className="truncate">
            <HighlightedName segments={hit.highlight.name} />
          </span>
          <MatchNote matchedBy={hit.matchedBy} />
        </span>
        <span className="truncate text-ink-faint text-xs">
          <span className="sr-only">{t('place', { path })}</span>
          <span aria-hidden>{path}</span>
        </span>
      </span>
    </>
  );
}
