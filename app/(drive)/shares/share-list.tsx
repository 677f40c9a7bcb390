'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Share2, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/components/call-api';
import { queryKeys } from '@/components/query-keys';
import { shareState } from '@/components/share/share-state';
import { serverNow } from '@/components/time/server-clock';
import { useNow } from '@/components/time/use-now';
import { Button } from '@/components/ui/button';
import { buttonClasses } from '@/components/ui/button-classes';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { useErrorText } from '@/components/use-error-text';
import { type Share, shareList } from '@/contracts/shares';
import { CancelShareDialog } from './cancel-share-dialog';
import { ChangeShareDialog } from './change-share-dialog';
import { lineColumns, ShareLine } from './share-line';

type Asked = { what: 'change' | 'cancel'; share: Share } | null;

/** Every share of the account, newest first. It follows changes made elsewhere, and the clock. */
export function ShareList() {
  const t = useTranslations('shares.mine');
  const common = useTranslations('common');
  const errorText = useErrorText();
  const [asked, setAsked] = useState<Asked>(null);
  const query = useInfiniteQuery({
    queryKey: queryKeys.shares,
    queryFn: ({ pageParam, signal }) =>
      callApi(shareList, '/api/shares', { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const shares = query.data?.pages.flatMap((page) => page.items) ?? [];
  const now = useNow(tickLength(shares));

  if (query.isPending) return <ShareListSkeleton />;
  if (query.isError) {
    return (
      <EmptyState
        tone="error"
        icon={TriangleAlert}
        title={t('errorTitle')}
        text={errorText(query.error)}
        actions={<Button onClick={() => query.refetch()}>{common('retry')}</Button>}
      />
    );
  }
  if (shares.length === 0) {
    return (
      <EmptyState
        icon={Share2}
        title={t('emptyTitle')}
        text={t('emptyText')}
        className="flex-1"
        actions={
          <Link href="/files" className={buttonClasses()}>
            {common('backToFiles')}
          </Link>
        }
      />
    );
  }
  return (
    <>
      <ColumnHeads />
      <ul className="divide-y divide-line border-line border-b">
        {shares.map((share) => (
          <ShareLine
            key={share.shareBatchNum}
            share={share}
            now={now}
            onChange={() => setAsked({ what: 'change', share })}
            onCancel={() => setAsked({ what: 'cancel', share })}
          />
        ))}
      </ul>
      <div className="flex flex-wrap items-center justify-between gap-4 py-4">
        <p className="text-[13px] text-ink-faint">{t('count', { count: query.data.pages[0]?.total ?? 0 })}</p>
        {query.hasNextPage && (
          <Button onClick={() => query.fetchNextPage()} busy={query.isFetchingNextPage}>
            {t('more')}
          </Button>
        )}
      </div>
      {asked?.what === 'change' && (
        <ChangeShareDialog
          share={asked.share}
          ended={shareState(asked.share, now) !== 'active'}
          onClose={() => setAsked(null)}
        />
      )}
      <CancelShareDialog
        share={asked?.what === 'cancel' ? asked.share : null}
        onClose={() => setAsked(null)}
      />
    </>
  );
}

/** Every second while the next end is within the hour, for its countdown; else often enough to notice that hour. */
function tickLength(shares: Share[]): number {
  const now = serverNow();
  const ends = shares.filter((share) => shareState(share, now) === 'active').map(({ endTime }) => endTime);
  const isNear = ends.some((end) => end !== null && Date.parse(end) - now < 3_600_000 + 30_000);
  return isNear ? 1_000 : 30_000;
}

/** Seen only: every line says in words what its columns hold. */
function ColumnHeads() {
  const t = useTranslations('shares.mine.columns');
  return (
    <div
      aria-hidden
      className={`${lineColumns} hidden border-line border-b py-2 font-medium text-ink-faint text-xs lg:grid`}
    >
      <span>{t('name')}</span>
      <span>{t('status')}</span>
      <span>{t('expiry')}</span>
      <span>{t('views')}</span>
      <span>{t('downloads')}</span>
      <span>{t('created')}</span>
      <span />
    </div>
  );
}

function ShareListSkeleton() {
  return (
    <div className="flex flex-col" aria-busy>
      {[0, 1, 2, 3, 4].map((line) => (
        <div key={line} className="flex items-center gap-3 border-line border-b py-4">
          <Skeleton className="size-6 rounded-md" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-3.5 w-2/5" />
            <Skeleton className="h-3 w-1/4" />
          </div>
        </div>
      ))}
    </div>
  );
}
