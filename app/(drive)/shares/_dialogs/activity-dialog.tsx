'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AttemptError } from '@/components/attempt-error';
import { callApi } from '@/components/call-api';
import { MoreButton } from '@/components/entry-lists/more-button';
import { queryKeys } from '@/components/query-keys';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { shareActivityList } from '@/contracts/share-activity';
import type { Share } from '@/contracts/shares';
import { useShareName } from '../use-share-name';
import { ActivityLine } from './activity-line';

/** What visitors did with a share, newest first. Mount it to open it. */
export function ActivityDialog({ share, onClose }: { share: Share; onClose(): void }) {
  const t = useTranslations('shares.activity');
  const shareName = useShareName();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title')}
      description={<span className="line-clamp-2 break-words">{shareName(share)}</span>}
    >
      <ActivityLines shareBatchNum={share.shareBatchNum} />
      <p className="pt-3 pb-2 text-ink-faint text-xs">{t('note')}</p>
    </Dialog>
  );
}

function ActivityLines({ shareBatchNum }: { shareBatchNum: string }) {
  const t = useTranslations('shares.activity');
  const query = useInfiniteQuery({
    queryKey: queryKeys.shareActivity(shareBatchNum),
    queryFn: ({ pageParam, signal }) =>
      callApi(shareActivityList, `/api/shares/${shareBatchNum}/activity`, {
        query: { cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  if (query.isPending) return <Skeleton className="h-24 w-full" />;
  if (!query.data) return <AttemptError error={query.error} />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return <EmptyState icon={History} title={t('emptyTitle')} text={t('emptyText')} className="py-6" />;
  }
  return (
    <>
      <ol className="divide-y divide-line">
        {items.map((item) => (
          <ActivityLine key={item.id} item={item} />
        ))}
      </ol>
      <div className="flex flex-col items-start gap-3 pt-3 empty:hidden">
        <MoreButton pages={query} size="small" />
      </div>
    </>
  );
}
