'use client';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** What stands in place of a page that could not be rendered. The digest leads to the log line of the server. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset(): void }) {
  const t = useTranslations('common');
  return (
    <main id="content" className="flex min-h-[70dvh] items-center justify-center">
      <EmptyState
        heading="h1"
        tone="error"
        icon={TriangleAlert}
        title={t('crash.title')}
        text={
          <>
            {t('crash.text')}
            {error.digest && (
              <span className="mt-2 block text-ink-faint text-xs">
                {t('crash.reference', { reference: error.digest })}
              </span>
            )}
          </>
        }
        actions={
          <Button variant="primary" onClick={reset}>
            {t('retry')}
          </Button>
        }
      />
    </main>
  );
}
