'use client';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { AttemptError } from '@/components/attempt-error';
import { Button } from '@/components/ui/button';
import { loadNextPage, type Pages } from './load-next-page';

export interface MorePages extends Pages {
  hasNextPage: boolean;
  isFetchNextPageError: boolean;
  error: Error | null;
}

/** Adds a page to a list, while there are more; says why one did not come, and tries again. */
export function MoreButton({ pages, size }: { pages: MorePages; size?: 'small' }) {
  const t = useTranslations('common');
  const [isLoading, startLoading] = useTransition();
  if (!pages.hasNextPage) return null;
  return (
    <>
      {pages.isFetchNextPageError && pages.error && <AttemptError error={pages.error} />}
      <Button size={size} busy={isLoading} onClick={() => startLoading(() => loadNextPage(pages))}>
        {t('showMore')}
      </Button>
    </>
  );
}
