'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { ShareState } from '@/components/share/share-state';
import { formatCountdown } from '@/components/time/format-countdown';
import { formatDistance, formatMoment } from '@/components/time/format-moment';
import type { Share } from '@/contracts/shares';

const COUNTDOWN_MS = 3_600_000;

/** When a share ends or ended: how far away, as a countdown in its last hour; the exact moment is its tooltip. */
export function ShareExpiry({ share, state, now }: { share: Share; state: ShareState; now: number }) {
  const t = useTranslations('shares.expiry');
  const column = useTranslations('shares.mine.columns');
  const locale = useLocale();
  if (state === 'cancelled') return <span aria-hidden>–</span>;
  if (share.endTime === null) return <span>{t('never')}</span>;
  const end = Date.parse(share.endTime);
  const isCountdown = state === 'active' && end - now <= COUNTDOWN_MS;
  return (
    <>
      <span className="sr-only">{column('expiry')} </span>
      <time
        dateTime={share.endTime}
        title={formatMoment(new Date(end), { locale })}
        className={isCountdown ? 'font-medium text-warning-text tabular-nums' : 'tabular-nums'}
      >
        {isCountdown ? t('left', { time: formatCountdown(end - now) }) : formatDistance(now, end, locale)}
      </time>
    </>
  );
}
