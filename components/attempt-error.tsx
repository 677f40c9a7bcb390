'use client';
import { CircleAlert, Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ApiError } from './call-api';
import { formatCountdown } from './time/format-countdown';
import { serverNow } from './time/server-clock';
import { useNow } from './time/use-now';
import { useErrorText } from './use-error-text';

/** Why a form was refused as a whole, or more of a list did not come. Too many tries count the wait down. */
export function AttemptError({ error }: { error: Error }) {
  const errorText = useErrorText();
  const until = useMemo(() => blockedUntil(error), [error]);
  if (until !== null) return <BlockedNote until={until} />;
  return (
    <p role="alert" className="flex gap-3 rounded-control bg-danger-soft px-3.5 py-3 text-danger-text">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {errorText(error)}
    </p>
  );
}

/** When a refused try may be repeated, by the server's clock in milliseconds; null when that is not why it was refused. */
function blockedUntil(error: Error): number | null {
  if (!(error instanceof ApiError) || error.code !== 'rate_limited') return null;
  return serverNow() + (error.retryAfterSeconds ?? 60) * 1_000;
}

function BlockedNote({ until }: { until: number }) {
  const t = useTranslations('account.blocked');
  const left = until - useNow(1_000);
  return (
    <div role="alert" className="flex gap-3 rounded-control bg-warning-soft px-3.5 py-3 text-warning-text">
      <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div>
        <p className="font-medium">{t('title')}</p>
        <p>
          {left > 0
            ? t.rich('text', {
                // Not live: a screen reader would read every second aloud.
                time: () => (
                  <span role="timer" aria-live="off" className="tabular-nums">
                    {formatCountdown(left)}
                  </span>
                ),
              })
            : t('over')}
        </p>
      </div>
    </div>
  );
}
