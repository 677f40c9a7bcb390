'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { FolderOpen, FolderX, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ApiError, callApi } from '@/components/call-api';
import { queryKeys } from '@/components/query-keys';
import { Button } from '@/components/ui/button';
import { buttonClasses } from '@/components/ui/button-classes';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { useErrorText } from '@/components/use-error-text';
import { type OpenShare, sharedEntryList } from '@/contracts/shares';
import { shareApiPath } from './open-visit';
import { SharedLine } from './shared-line';
import { SharedPath } from './shared-path';
import { SharedTools } from './shared-tools';

interface SharedFolderProps {
  share: OpenShare;
  /** Null: the shared entries themselves. */
  folderId: string | null;
  recheck(): void;
}

/** One folder of a share, or its top. */
export function SharedFolder({ share, folderId, recheck }: SharedFolderProps) {
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
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const closed = isClosed(query.error);
  useEffect(() => {
    if (closed) recheck();
  }, [closed, recheck]);

  const [first] = query.data?.pages ?? [];
  if (query.isPending || closed) return <LinesSkeleton />;
  if (!first) return <FolderProblem error={query.error} onRetry={() => query.refetch()} />;
  const entries = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="flex flex-1 flex-col px-4 pb-4 sm:px-6">
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 py-1.5">
        <SharedPath path={first.path} />
        <p className="text-[13px] text-ink-faint">{t('items', { count: first.total })}</p>
      </div>
      {share.allowDownload && entries.length > 0 && (
        <div className="flex min-h-11 flex-wrap items-center gap-2 pb-2">
          <SharedTools
            share={share}
            folderId={folderId}
            selectedIds={entries.map(({ id }) => id).filter((id) => selected.has(id))}
            onClear={() => setSelected(new Set())}
            recheck={recheck}
          />
        </div>
      )}
      {entries.length === 0 ? (
        <EmptyState
          icon={FolderOpen}
          title={t(folderId === null ? 'emptyShare' : 'emptyFolder')}
          text={folderId === null && t('emptyShareText')}
          className="flex-1"
        />
      ) : (
        <ul className="divide-y divide-line border-line border-y sm:-mx-3">
          {entries.map((entry) => (
            <SharedLine
              key={entry.id}
              share={share}
              entry={entry}
              isSelected={selected.has(entry.id)}
              onSelect={(isSelected) => setSelected(withId(selected, entry.id, isSelected))}
              recheck={recheck}
            />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button
          onClick={() => query.fetchNextPage()}
          busy={query.isFetchingNextPage}
          className="mt-4 self-center"
        >
          {t('more')}
        </Button>
      )}
    </div>
  );
}

function withId(ids: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const changed = new Set(ids);
  if (isIn) changed.add(id);
  else changed.delete(id);
  return changed;
}

/** The share itself has closed: what to show then is decided further up. */
function isClosed(error: Error | null): boolean {
  return (
    error instanceof ApiError && ['share_expired', 'share_cancelled', 'code_required'].includes(error.code)
  );
}

function FolderProblem({ error, onRetry }: { error: Error | null; onRetry(): void }) {
  const t = useTranslations('shares.visit');
  const common = useTranslations('common');
  const errorText = useErrorText();
  if (error instanceof ApiError && error.code === 'not_found') {
    return (
      <EmptyState
        icon={FolderX}
        title={t('folderGone')}
        text={t('folderGoneText')}
        className="flex-1"
        actions={
          <Link href="?" className={buttonClasses()}>
            {t('backToTop')}
          </Link>
        }
      />
    );
  }
  return (
    <EmptyState
      tone="error"
      icon={TriangleAlert}
      title={t('failed.title')}
      text={errorText(error)}
      className="flex-1"
      actions={<Button onClick={onRetry}>{common('retry')}</Button>}
    />
  );
}

function LinesSkeleton() {
  return (
    <div className="flex flex-col gap-6 px-4 py-6 sm:px-6" aria-busy>
      {[0, 1, 2].map((line) => (
        <Skeleton key={line} className="h-5 w-full" />
      ))}
    </div>
  );
}
