/**
 * A day, month or year as the calendar has it, in milliseconds as if the time zone was UTC; `end` is the first moment
 * after it. When that is depends on the zone, which only the search knows.
 */
export interface Period {
  start: number;
  end: number;
}

/** '2026', '2026-03' or '2026-03-05'; null for anything else, the thirtieth of February included. */
export function readMoment(text: string): Period | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim()) ?? [];
  // Years below 100 mean the twentieth century to Date.UTC.
  if (year === undefined || Number(year) < 100) return null;
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  const start = new Date(Date.UTC(y, m, d));
  if (start.getUTCMonth() !== m || start.getUTCDate() !== d) return null;
  const end =
    day !== undefined
      ? Date.UTC(y, m, d + 1)
      : month !== undefined
        ? Date.UTC(y, m + 1, 1)
        : Date.UTC(y + 1, 0, 1);
  return { start: start.getTime(), end };
}
