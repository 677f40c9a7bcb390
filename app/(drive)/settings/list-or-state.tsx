'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { useErrorText } from '@/components/use-error-text';

interface ListOrStateProps {
  query: UseQueryResult<{ items: unknown[] }>;
  /** Stands in place of an empty list. */
  empty?: string;
  /** The lines, each an `li`. */
  children: ReactNode;
}

/** A short list of the settings, or what stands in its place: skeletons, an error with its way out, nothing yet. */
export function ListOrState({ query, empty, children }: ListOrStateProps) {
  const t = useTranslations('common');
  const errorText = useErrorText();
  if (query.data?.items.length === 0) return <p className="text-ink-faint">{empty}</p>;
  if (query.data) return <ul className="-mt-1 -mb-3 divide-y divide-line">{children}</ul>;
  if (query.error) {
    return (
      <div role="alert" className="flex flex-wrap items-center gap-3 text-danger-text">
        <p>{errorText(query.error)}</p>
        <Button size="small" onClick={() => query.refetch()}>
          {t('retry')}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4" aria-busy>
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-10 w-full" />
    </div>
  );
}
