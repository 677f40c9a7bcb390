import { z } from 'zod';
import { invalidInput } from '@/server/errors';

/** Where the next page of a list begins, as text that callers hand back and need not understand. */
export function encodeCursor(position: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** A moment as a cursor names it. A forged year 0 is none that PostgreSQL knows. */
export const cursorTime = z.iso.datetime().refine((time) => !time.startsWith('0000'));

/** @throws {NetdiskError} `invalid_input` on `cursor` for anything that encodeCursor did not write. */
export function decodeCursor<Position>(schema: z.ZodType<Position>, text: string): Position {
  const parsed = schema.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (!parsed.success)
    throw invalidInput('cursor', 'This cursor is not one of ours. Begin at the first page.');
  return parsed.data;
}

function parseJson(text: string): unknown {
  // A forged one: PostgreSQL refuses a NUL in any text it is asked to compare.
  if (text.includes('\\u0000')) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
