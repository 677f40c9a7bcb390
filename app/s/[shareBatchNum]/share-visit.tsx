'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { announce } from '@/components/announce';
import { ApiError } from '@/components/call-api';
import { queryKeys } from '@/components/query-keys';
import { CodeForm } from './code-form';
import { openVisit } from './open-visit';
import { SharedFiles } from './shared-files';
import { useEndWatch } from './use-end-watch';
import { useLinkCode } from './use-link-code';
import { VisitNotice } from './visit-notice';
import { VisitSkeleton } from './visit-skeleton';
import { whatToShow } from './what-to-show';

interface ShareVisitProps {
  shareBatchNum: string;
  /** The visitor has an account here. */
  isSignedIn: boolean;
}

/** A share from a visitor's side: locked, open, or over. It turns to its end by itself, at that second. */
export function ShareVisit({ shareBatchNum, isSignedIn }: ShareVisitProps) {
  const t = useTranslations('shares.visit');
  const linkCode = useLinkCode();
  const share = useQuery({
    queryKey: queryKeys.visit(shareBatchNum),
    queryFn: ({ signal }) => openVisit(shareBatchNum, linkCode ?? null, signal),
    enabled: linkCode !== undefined,
    retry: false,
    // Without a network the question must fail rather than wait: the end comes all the same.
    networkMode: 'always',
    // Opening counts as a view, and only deliberate looks are views; the list below asks often enough.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const [unreachableAt, setUnreachableAt] = useState<string | null>(null);
  const endTime = share.data?.endTime ?? null;
  const view = whatToShow(share.data, share.error, unreachableAt);

  useEndWatch(view === 'open' ? endTime : null, async () => {
    const { error } = await share.refetch();
    // The server cannot be asked: the end that was agreed on counts.
    if (error instanceof ApiError && error.code === 'offline') setUnreachableAt(endTime);
  });
  useEffect(() => {
    if (view === 'expired' || view === 'cancelled') announce(t(`${view}.title`));
  }, [view, t]);

  switch (view) {
    case 'loading':
      return <VisitSkeleton />;
    case 'locked':
      return (
        <CodeForm
          shareBatchNum={shareBatchNum}
          refusal={share.error}
          linkCode={linkCode ?? ''}
          onUnlocked={() => share.refetch()}
        />
      );
    case 'open':
      return (
        share.data && (
          <SharedFiles share={share.data} isSignedIn={isSignedIn} recheck={() => void share.refetch()} />
        )
      );
    default:
      return (
        <VisitNotice
          view={view}
          error={share.error}
          onRetry={() => share.refetch()}
          isBusy={share.isFetching}
        />
      );
  }
}
