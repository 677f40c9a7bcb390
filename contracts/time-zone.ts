import { z } from 'zod';

/** The name of a time zone, such as 'Asia/Shanghai'. */
export const timeZone = z.string().max(64).refine(isTimeZone, 'is not the name of a time zone');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
