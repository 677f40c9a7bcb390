'use client';
import { FolderX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ApiError } from '@/components/call-api';
import { FailedState } from '@/components/failed-state';
import { buttonClasses } from '@/components/ui/button-classes';
import { EmptyState } from '@/components/ui/empty-state';

/** Why a folder of the share, or a search in it, cannot be shown. */
export function FolderProblem({ error, onRetry }: { error: Error | null; onRetry(): void }) {
  const t = useTranslations('shares.visit');
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
  return <FailedState title={t('failed.title')} error={error} onRetry={onRetry} className="flex-1" />;
}
