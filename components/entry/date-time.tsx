'use client';
import { useLocale } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { ownTimeZone } from '@/components/time/own-time-zone';
import { type DateTimeStyle, formatDateTime } from './format-date-time';

const neverChanges = () => () => {};

/** A moment in the reader's language and time zone; the whole moment is its tooltip. */
export function DateTime({ iso, style = 'short' }: { iso: string; style?: DateTimeStyle }) {
  const locale = useLocale();
  // The server does not know the reader's zone: it renders UTC, and the browser corrects it after hydration.
  const timeZone = useSyncExternalStore(neverChanges, ownTimeZone, () => 'UTC');
  const options = { locale, timeZone, now: new Date() };
  const full = formatDateTime(iso, { ...options, style: 'full' });
  return (
    <time dateTime={iso} title={full} className="tabular-nums" suppressHydrationWarning>
      {formatDateTime(iso, { ...options, style })}
    </time>
  );
}
