/** How a moment is shown: `short` for columns, `full` for details and tooltips. */
export type DateTimeStyle = 'short' | 'full';

/**
 * A moment for people. `short` shows the time for today, the day within this year and the date otherwise; `full` is
 * always the whole date and time with its zone. `timeZone` is an IANA name.
 */
export function formatDateTime(
  iso: string,
  options: { locale: string; timeZone: string; now: Date; style: DateTimeStyle },
): string {
  const { locale, timeZone, now, style } = options;
  const moment = new Date(iso);
  if (style === 'full') {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
      moment,
    );
  }
  const today = dayKey(moment, timeZone) === dayKey(now, timeZone);
  if (today) {
    return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(moment);
  }
  const sameYear = dayKey(moment, timeZone).slice(0, 4) === dayKey(now, timeZone).slice(0, 4);
  const year = sameYear ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locale, { year, month: 'short', day: 'numeric', timeZone }).format(moment);
}

function dayKey(moment: Date, timeZone: string): string {
  // Swedish dates are ISO dates: 2026-11-23.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(moment);
}
