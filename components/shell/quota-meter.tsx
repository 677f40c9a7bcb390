'use client';
import { Meter } from '@base-ui/react/meter';
import { useLocale, useTranslations } from 'next-intl';
import { cn } from '@/components/class-names';
import { formatBytes } from '@/components/entry/format-bytes';
import { Skeleton } from '@/components/ui/skeleton';
import { useMe } from '@/components/use-me';

interface QuotaMeterProps {
  className?: string;
  /** The label is read aloud only. */
  hideLabel?: boolean;
}

/** How much of the quota is used. Amber from nine tenths on, with words when it is full. */
export function QuotaMeter({ className, hideLabel }: QuotaMeterProps) {
  const t = useTranslations('common.quota');
  const locale = useLocale();
  const { data: me } = useMe();
  if (!me) {
    return (
      <div className={cn('flex flex-col gap-2', className)}>
        <Skeleton className="h-4 w-16" />
        <Skeleton className="h-1.5 w-full rounded-full" />
        <Skeleton className="h-4 w-28" />
      </div>
    );
  }
  const share = me.quotaBytes === 0 ? 1 : Math.min(1, me.usedBytes / me.quotaBytes);
  const text = t('used', {
    used: formatBytes(me.usedBytes, locale),
    quota: formatBytes(me.quotaBytes, locale),
  });
  return (
    <Meter.Root
      // A byte of a large quota is 9.3e-10 percent, and an exponent is no number to aria-valuenow.
      value={Math.round(share * 1000) / 10}
      aria-valuetext={text}
      getAriaValueText={() => text}
      className={cn('flex flex-col gap-2', className)}
    >
      <Meter.Label className={cn('font-medium text-[13px] text-ink-soft', hideLabel && 'sr-only')}>
        {t('title')}
      </Meter.Label>
      <Meter.Track className="h-1.5 overflow-hidden rounded-full bg-press">
        <Meter.Indicator
          className={cn(
            'min-w-1.5 rounded-full transition-[width] duration-180',
            share >= 1 ? 'bg-danger' : share >= 0.9 ? 'bg-warning-text' : 'bg-accent-line',
          )}
        />
      </Meter.Track>
      <span className="text-ink-faint text-xs tabular-nums">{share >= 1 ? t('full') : text}</span>
    </Meter.Root>
  );
}
