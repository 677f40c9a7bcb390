'use client';
import { Ban, CloudOff, Hourglass, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useErrorText } from '@/components/use-error-text';

const ICONS = { expired: Hourglass, cancelled: Ban, unknown: SearchX, failed: CloudOff };

interface VisitNoticeProps {
  view: keyof typeof ICONS;
  error: Error | null;
  onRetry(): void;
  isBusy: boolean;
}

/** Why there is nothing to see. */
export function VisitNotice({ view, error, onRetry, isBusy }: VisitNoticeProps) {
  const t = useTranslations('shares.visit');
  const common = useTranslations('common');
  const errorText = useErrorText();
  const failed = view === 'failed';
  return (
    <div className="flex flex-1 items-center justify-center pb-[12vh]">
      <h1 className="sr-only">{t('pageTitle')}</h1>
      <EmptyState
        icon={ICONS[view]}
        title={t(`${view}.title`)}
        text={failed ? errorText(error) : t(`${view}.text`)}
        tone={failed ? 'error' : 'calm'}
        actions={
          failed && (
            <Button onClick={onRetry} busy={isBusy}>
              {common('retry')}
            </Button>
          )
        }
      />
    </div>
  );
}
