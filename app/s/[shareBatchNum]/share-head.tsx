'use client';
import { CircleSlash, Clock, Eye } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { DateTime } from '@/components/entry/date-time';
import { Avatar } from '@/components/shell/avatar';
import { formatCountdown } from '@/components/time/format-countdown';
import { formatMoment } from '@/components/time/format-moment';
import { useNow } from '@/components/time/use-now';
import type { OpenShare } from '@/contracts/shares';

interface ShareHeadProps {
  share: OpenShare;
  heading: RefObject<HTMLHeadingElement | null>;
}

/** Who shared, when, until when, and what they say. */
export function ShareHead({ share, heading }: ShareHeadProps) {
  const t = useTranslations('shares.visit');
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-line border-b px-4 py-5 sm:px-6">
      <Avatar name={share.ownerName} className="size-11 text-base" />
      <div className="min-w-0 flex-1">
        <h1
          ref={heading}
          tabIndex={-1}
          className="break-words font-semibold text-base leading-6 outline-none sm:text-lg"
        >
          {t('sharedBy', { name: share.ownerName })}
        </h1>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink-soft">
          <span>{t.rich('sharedOn', { date: () => <DateTime iso={share.shareTime} style="full" /> })}</span>
          <Ending endTime={share.endTime} />
          {!share.allowDownload && (
            <span className="inline-flex items-center gap-1.5">
              <Eye aria-hidden className="size-4 text-ink-faint" />
              {t('viewOnly')}
            </span>
          )}
        </p>
      </div>
      {share.message !== null && (
        <section
          aria-label={t('message', { name: share.ownerName })}
          className="w-full whitespace-pre-wrap break-words rounded-control bg-sunken px-3.5 py-3 text-sm"
        >
          {share.message}
        </section>
      )}
      {share.allowDownload && share.downloadsUsedUp && (
        <p
          role="status"
          className="flex w-full items-start gap-2.5 rounded-control bg-warning-soft px-3.5 py-3 text-sm text-warning-text"
        >
          <CircleSlash aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            <span className="block font-medium">{t('usedUp')}</span>
            {t('usedUpText')}
          </span>
        </p>
      )}
    </div>
  );
}

const COUNTDOWN_MS = 3_600_000;

/** When the share ends: a date, and a countdown in the last hour. */
function Ending({ endTime }: { endTime: string | null }) {
  const t = useTranslations('shares');
  const locale = useLocale();
  const now = useNow(endTime === null ? null : 1_000);
  if (endTime === null) return <span>{t('visit.neverExpires')}</span>;
  const end = new Date(endTime);
  const left = end.getTime() - now;
  const exact = formatMoment(end, { locale });
  if (left > COUNTDOWN_MS) {
    return (
      <span title={exact}>
        {t.rich('visit.expiresOn', { date: () => <DateTime iso={endTime} style="full" /> })}
      </span>
    );
  }
  return (
    <span
      title={exact}
      role="timer"
      aria-live="off"
      className="inline-flex items-center gap-1.5 rounded-full bg-warning-soft px-2.5 py-0.5 font-medium text-warning-text tabular-nums"
    >
      <Clock aria-hidden className="size-3.5" />
      {t('expiry.leftLong', { time: formatCountdown(left) })}
    </span>
  );
}
