import { MAX_LINE_CHARACTERS } from '@/contracts/query-line/parse-query-line';

const HALF_AT_THE_END = /[\ud800-\udbff]$/;

/**
 * The line without the blanks around it, and no longer than a search reads: what is pasted may be a whole text, and an
 * address that holds it be refused. A character that takes two places stays whole or goes.
 */
export function cutLine(line: string): string {
  return line.trim().slice(0, MAX_LINE_CHARACTERS).replace(HALF_AT_THE_END, '').trimEnd();
}
