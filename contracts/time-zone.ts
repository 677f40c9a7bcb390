import { z } from 'zod';

/** The name of a time zone, such as 'Asia/Shanghai'. */
export const timeZone = z.string().max(64).refine(isTimeZone, 'is not the name of a time zone');

/** In lower case, so that there are no more of them than time zones have names. */
const known = new Set<string>();

/** Remembers those it found: making a format takes 0.1 ms, and each search names its zone. */
function isTimeZone(name: string): boolean {
  const key = name.toLowerCase();
  if (known.has(key)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    known.add(key);
    return true;
  } catch {
    return false;
  }
}
