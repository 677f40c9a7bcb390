'use client';
import { FolderX, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ApiError } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { buttonClasses } from '@/components/ui/button-classes';
import { EmptyState } from '@/components/ui/empty-state';
import { useErrorText } from '@/components/use-error-text';

/** Why a folder of the share, or a search in it, cannot be shown. */
export function FolderProblem({ error, onRetry }: { error: Error | null; onRetry(): void }) {
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
