'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { callApi } from '@/components/call-api';
import { HighlightedName } from '@/components/entry/highlighted-name';
import { HighlightedText } from '@/components/entry/highlighted-text';
import { queryKeys } from '@/components/query-keys';
import { MatchNote } from '@/components/search/match-note';
import { NamesOnlyNote } from '@/components/search/search-notes';
import { useAnnouncedCount } from '@/components/search/use-announced-count';
import { ownTimeZone } from '@/components/time/own-time-zone';
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
  const query = useSharedSearch(share, words);
  const closed = useIsClosed(query.error, recheck);
  const [first] = query.data?.pages ?? [];
  const count = first && t('search.count', { count: first.total });
  useAnnouncedCount(query.isPlaceholderData ? undefined : count, words);

  if (query.isPending || closed) return <LinesSkeleton />;
  if (!first) return <FolderProblem error={query.error} onRetry={() => query.refetch()} />;
  const hits = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="flex flex-1 flex-col px-4 pb-4 sm:px-6">
      <div className="flex flex-col gap-2 py-3 empty:hidden">
        {hits.length > 0 && <p className="text-[13px] text-ink-faint">{count}</p>}
        {/* What may only be looked at is never searched for its texts. */}
        {first.degraded && share.allowDownload && <NamesOnlyNote reason="degraded" />}
      </div>
      {hits.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title={t('search.nothing', { query: words })}
          text={t('search.nothingText')}
          className="flex-1 [&_h2]:line-clamp-3 [&_h2]:max-w-full [&_h2]:break-words"
        />
      ) : (
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
      )}
    </div>
  );
}

function useSharedSearch({ shareBatchNum }: OpenShare, words: string) {
  return useInfiniteQuery({
    queryKey: queryKeys.visitSearch(shareBatchNum, words),
    queryFn: ({ pageParam, signal }) =>
      callApi(sharedSearchResult, `${shareApiPath(shareBatchNum)}/search`, {
        query: { q: words, cursor: pageParam, size: 50, timeZone: ownTimeZone() },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    // While one types the hits of the letter before stay.
    placeholderData: keepPreviousData,
  });
}

/** Where a hit stands in the share, and what matched in its text. */
function BelowName({ hit }: { hit: SharedSearchHit }) {
  const t = useTranslations('shares.visit');
  const [snippet] = hit.highlight.content ?? [];
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 empty:hidden">
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
