import { z } from 'zod';

// Neither control characters nor halves of characters, which a database refuses.

/** Text without line breaks. */
export const inOneLine = z.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Leave out control characters.');

const inLines = z.regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, 'Leave out control characters.');

/** Text of some lines, or none. */
export function plainText(maxCharacters: number): z.ZodString {
  return z
    .string()
    .overwrite((text) => text.replaceAll(/\r\n?/g, '\n').trim())
    .max(maxCharacters)
    .check(inLines);
}
