'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { callApi } from '@/components/call-api';
import { queryKeys } from '@/components/query-keys';
import { EmptyState } from '@/components/ui/empty-state';
import { type OpenShare, sharedEntryList } from '@/contracts/shares';
import { shareApiPath } from '../open-visit';
import { useIsClosed } from '../use-is-closed';
import { FolderProblem } from './folder-problem';
import { LayoutButton } from './layout-button';
import { LinesSkeleton } from './lines-skeleton';
import { SharedEntries } from './shared-entries';
import { SharedPath } from './shared-path';

interface SharedFolderProps {
  share: OpenShare;
  isSignedIn: boolean;
  /** Null: the shared entries themselves. */
  folderId: string | null;
  recheck(): void;
}

/** One folder of a share, or its top. */
export function SharedFolder({ share, isSignedIn, folderId, recheck }: SharedFolderProps) {
  const t = useTranslations('shares.visit');
  const { shareBatchNum } = share;
  const query = useInfiniteQuery({
    queryKey: queryKeys.visitFolder(shareBatchNum, folderId),
    queryFn: ({ pageParam, signal }) =>
      callApi(sharedEntryList, `${shareApiPath(shareBatchNum)}/entries`, {
        query: { parentId: folderId ?? undefined, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const closed = useIsClosed(query.error, recheck);

  const [first] = query.data?.pages ?? [];
  if (query.isPending || closed) return <LinesSkeleton />;
  if (!first) return <FolderProblem error={query.error} onRetry={() => query.refetch()} />;
  const entries = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="flex flex-1 flex-col px-4 pb-4 sm:px-6">
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 py-1.5">
        <SharedPath path={first.path} />
        <div className="flex items-center gap-1">
          <p className="text-[13px] text-ink-faint">{t('items', { count: first.total })}</p>
          <LayoutButton />
        </div>
      </div>
      {entries.length === 0 ? (
        <EmptyState
          icon={FolderOpen}
          title={t(folderId === null ? 'emptyShare' : 'emptyFolder')}
          text={folderId === null && t('emptyShareText')}
          className="flex-1"
        />
      ) : (
        <SharedEntries
          share={share}
          isSignedIn={isSignedIn}
          entries={entries}
          unselected={folderId === null ? undefined : [folderId]}
          pages={query}
          recheck={recheck}
        />
      )}
    </div>
  );
}
