'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { announce } from '@/components/announce';
import { callApi } from '@/components/call-api';
import { HighlightedName } from '@/components/entry/highlighted-name';
import { HighlightedText } from '@/components/entry/highlighted-text';
import { queryKeys } from '@/components/query-keys';
import { MatchNote } from '@/components/search/match-note';
import { EmptyState } from '@/components/ui/empty-state';
import { type OpenShare, type SharedSearchHit, sharedSearchResult } from '@/contracts/shares';
import { FolderProblem } from '../_files/folder-problem';
import { LinesSkeleton } from '../_files/lines-skeleton';
import { SharedEntries } from '../_files/shared-entries';
import { shareApiPath } from '../open-visit';
import { useIsClosed } from '../use-is-closed';

interface SharedResultsProps {
  share: OpenShare;
  isSignedIn: boolean;
  words: string;
  recheck(): void;
}

/** What a search inside the share finds. */
export function SharedResults({ share, isSignedIn, words, recheck }: SharedResultsProps) {
  const t = useTranslations('shares.visit');
  const { shareBatchNum } = share;
  const query = useInfiniteQuery({
    queryKey: queryKeys.visitSearch(shareBatchNum, words),
    queryFn: ({ pageParam, signal }) =>
      callApi(sharedSearchResult, `${shareApiPath(shareBatchNum)}/search`, {
        query: { q: words, cursor: pageParam, size: 50 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    // While one types the hits of the letter before stay.
    placeholderData: keepPreviousData,
  });
  const closed = useIsClosed(query.error, recheck);
  const [first] = query.data?.pages ?? [];
  const total = query.isPlaceholderData ? undefined : first?.total;
  useEffect(() => {
    if (total !== undefined) announce(t('search.count', { count: total }));
  }, [total, t]);

  if (query.isPending || closed) return <LinesSkeleton />;
  if (!first) return <FolderProblem error={query.error} onRetry={() => query.refetch()} />;
  const hits = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (hits.length === 0) {
    return (
      <EmptyState
        icon={SearchX}
        title={t('search.nothing', { query: words })}
        text={t('search.nothingText')}
        className="flex-1"
      />
    );
  }
  return (
    <div className="flex flex-1 flex-col px-4 pb-4 sm:px-6">
      <p className="py-3 text-[13px] text-ink-faint">{t('search.count', { count: first.total })}</p>
      <SharedEntries
        share={share}
        isSignedIn={isSignedIn}
        entries={hits}
        unselected={null}
        name={(hit) => <HighlightedName segments={hit.highlight.name} />}
        below={(hit) => <BelowName hit={hit} />}
        pages={query}
        recheck={recheck}
      />
    </div>
  );
}

/** Where a hit stands in the share, and what matched in its text. */
function BelowName({ hit }: { hit: SharedSearchHit }) {
  const t = useTranslations('shares.visit');
  const [snippet] = hit.highlight.content ?? [];
  return (
    <>
      <p className="flex items-baseline gap-2 empty:hidden">
        {hit.path.length > 0 && (
          <span className="truncate text-[13px] text-ink-faint">
            {t('search.inPath', { path: hit.path.map(({ name }) => name).join(' / ') })}
          </span>
        )}
        <MatchNote matchedBy={hit.matchedBy} />
      </p>
      {snippet && (
        <p className="line-clamp-2 text-[13px] text-ink-soft">
          <HighlightedText segments={snippet} />
        </p>
      )}
    </>
  );
}
