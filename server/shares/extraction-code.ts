import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

/** Without 0 o, 1 l i: what is read aloud or copied by hand arrives as it was meant. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const LENGTH = 4;

/** A random code of four unambiguous characters, some 920,000 in all: only the bound on tries makes it safe. */
export function makeExtractionCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

/** True where the codes agree but for case, width and spaces around; takes equally long wherever they differ. */
export function isSameCode(expected: string, given: string): boolean {
  return timingSafeEqual(digest(expected), digest(given));
}

function digest(code: string): Buffer {
  return createHash('sha256').update(code.normalize('NFKC').trim().toLowerCase()).digest();
}
