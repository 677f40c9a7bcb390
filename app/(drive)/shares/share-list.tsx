'use client';
import { SearchX, Share2 } from 'lucide-react';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { FailedState } from '@/components/failed-state';
import { Button } from '@/components/ui/button';
import { buttonClasses } from '@/components/ui/button-classes';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { ShareFilters } from './share-filters';
import { ShareLines } from './share-lines';
import { isFiltered, readShareListState, type ShareListState, shareListHref } from './share-list-state';
import { useShareList } from './use-share-list';

/** The shares of the account, all of them or those looked for. It follows changes made elsewhere, and the clock. */
export function ShareList() {
  const t = useTranslations('shares.mine');
  const state = readShareListState(useSearchParams());
  const list = useShareList(state);
  const { query, shares } = list;

  if (query.isPending) return <ShareListSkeleton />;
  if (!query.data) {
    return <FailedState title={t('errorTitle')} error={query.error} onRetry={() => query.refetch()} />;
  }
  if (shares.length === 0 && !isFiltered(state)) return <NothingShared />;
  return (
    <ShareLines list={list} tools={<ShareFilters state={state} onChange={show} />}>
      {shares.length === 0 && (
        <EmptyState
          icon={SearchX}
          title={t('noMatchTitle')}
          text={t('noMatchText')}
          className="flex-1"
          actions={
            <Button onClick={() => show({ ...state, status: 'all', words: '' })}>{t('showAll')}</Button>
          }
        />
      )}
    </ShareLines>
  );
}

/** Each choice is a look at the same page, and no step back. */
function show(state: ShareListState): void {
  window.history.replaceState(null, '', shareListHref(state));
}

function NothingShared() {
  const t = useTranslations('shares.mine');
  const common = useTranslations('common');
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
