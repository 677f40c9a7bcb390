'use client';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useErrorText } from '@/components/use-error-text';

interface FailedStateProps {
  title: string;
  error: Error | null;
  onRetry(): void;
  className?: string;
}

/** What stands in place of a list that could not be read, with a way to try again. */
export function FailedState({ title, error, onRetry, className }: FailedStateProps) {
  const t = useTranslations('common');
  const errorText = useErrorText();
  return (
    <EmptyState
      tone="error"
      icon={TriangleAlert}
      title={title}
      text={errorText(error)}
      actions={<Button onClick={onRetry}>{t('retry')}</Button>}
      className={className}
    />
  );
}
