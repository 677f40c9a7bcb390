/** Of a day without a change of clocks. */
export const DAY_MS = 86_400_000;
/** The year in which the world agreed on them; earlier dates count as days of UTC. */
const FIRST_TIME_ZONES = Date.UTC(1884, 0, 1);

/**
 * The first instant at which clocks of a time zone show a wall time or a later one: the beginning of a day also where
 * its midnight is left out or comes twice.
 * @param wallMs the wall time in milliseconds as if the zone was UTC.
 * @returns milliseconds UTC.
 */
export function instantOfWallTime(wallMs: number, timeZone: string): number {
  if (wallMs < FIRST_TIME_ZONES) return wallMs;
  const clock = wallClock(timeZone);
  const offsets = [wallMs - DAY_MS, wallMs + DAY_MS].map((near) => clock(near) - near);
  const candidates = offsets.map((offset) => wallMs - offset).filter((instant) => clock(instant) >= wallMs);
  return candidates.length > 0 ? Math.min(...candidates) : wallMs;
}

/** The beginning of the day that an instant falls on, as wall time in milliseconds as if the zone was UTC. */
export function wallDayOf(instantMs: number, timeZone: string): number {
  const wallMs = wallClock(timeZone)(instantMs);
  return wallMs - (((wallMs % DAY_MS) + DAY_MS) % DAY_MS);
}

/** What the clocks of a zone show at an instant, to the second. */
function wallClock(timeZone: string): (instantMs: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  return (instantMs) => {
    const parts = new Map(format.formatToParts(instantMs).map(({ type, value }) => [type, Number(value)]));
    const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    return Date.UTC(
      read('year'),
      read('month') - 1,
      read('day'),
      read('hour'),
      read('minute'),
      read('second'),
    );
  };
}
