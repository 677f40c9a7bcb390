/** Which moment is meant, with the zone it is said in: 'November 30, 2026 at 9:00 AM (GMT+1)'. */
export function formatMoment(
  moment: Date,
  { locale, timeZone }: { locale: string; timeZone?: string },
): string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    ...(timeZone && { timeZone }),
  });
  // As a part of the format the zone would stand before the time in Chinese.
  return `${format.format(moment)} (${zonePart(moment, locale, timeZone, 'shortOffset')})`;
}

/** The name of a time zone with its distance from Greenwich at a moment: 'China Standard Time (GMT+8)'. */
export function describeTimeZone(
  moment: Date,
  { locale, timeZone }: { locale: string; timeZone?: string },
): string {
  const name = zonePart(moment, locale, timeZone, 'long');
  const offset = zonePart(moment, locale, timeZone, 'shortOffset');
  // Zones without a name of their own are called by their offset, once 'GMT+07:00' and once 'GMT+7'.
  return name.startsWith('GMT') ? offset : `${name} (${offset})`;
}

/** A distance in time as people say it, in one unit: 'in 3 hours', 'in 6 days', '2 days ago'. */
export function formatDistance(fromMs: number, toMs: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const minutes = (toMs - fromMs) / 60_000;
  if (Math.abs(minutes) < 60) return format.format(Math.round(minutes), 'minute');
  if (Math.abs(minutes) < 36 * 60) return format.format(Math.round(minutes / 60), 'hour');
  return format.format(Math.round(minutes / (24 * 60)), 'day');
}

function zonePart(
  moment: Date,
  locale: string,
  timeZone: string | undefined,
  style: 'long' | 'shortOffset',
): string {
  const format = new Intl.DateTimeFormat(locale, { timeZoneName: style, ...(timeZone && { timeZone }) });
  return format.formatToParts(moment).find((part) => part.type === 'timeZoneName')?.value ?? '';
}
