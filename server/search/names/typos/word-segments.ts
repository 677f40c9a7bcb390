import type { AllowedTypos } from './typos';

// Misspelt words by an index that knows only equality. A word cut into one piece more than it may hold errors keeps
// at least one piece whole, and that piece stands no further from its place than the errors that can be before it and
// behind it (Li, Deng, Wang, Feng: Pass-Join, VLDB 2011, multi-match-aware selection). So names store the pieces of their words, and a query asks for all that fit.

/** For one error or for two. */
export type PieceCount = 2 | 3;

/** One piece of a word of so many characters that was cut into `count`. */
export interface Segment {
  count: PieceCount;
  index: number;
  length: number;
  text: string;
}

/**
 * What a name stores of one of its words.
 * @param countFor into how many pieces words of that length are cut.
 */
export function segmentsOf(word: string, countFor: (length: number) => PieceCount): Segment[] {
  // Where each character is one unit the word need not be taken apart, which took longer than all else here.
  const characters = SURROGATE.test(word) ? Array.from(word) : word;
  const { length } = characters;
  const count = countFor(length);
  return cut(length, count).map(({ start, end }, index) =>
    segment({ count, index, length }, characters.slice(start, end)),
  );
}

const SURROGATE = /[\ud800-\udfff]/;

/**
 * What a query asks for: any one of these is in every name that holds the word, however misspelt it was typed. Some
 * come twice.
 * @param countFor into how many pieces, at least one more than `edits`, words of that length are cut.
 */
export function wantedSegments(
  { text, limits }: AllowedTypos,
  countFor: (length: number, edits: 1 | 2) => PieceCount,
): Segment[] {
  const typed = Array.from(text);
  return limits.flatMap(({ edits, minLength }) => {
    const shortest = Math.max(minLength, typed.length - edits);
    const lengths = Array.from({ length: typed.length + edits + 1 - shortest }, (_, more) => shortest + more);
    return lengths.flatMap((length) => {
      const count = countFor(length, edits);
      return [...fitting(typed, length, count), ...swapped(typed, length, count)];
    });
  });
}

function fitting(typed: string[], length: number, count: PieceCount): Segment[] {
  const longer = typed.length - length;
  return cut(length, count).flatMap(({ start, end }, index) => {
    // Some whole piece has no more errors before it than pieces, and no more behind it than pieces there.
    const [before, behind] = [index, count - 1 - index];
    const nearest = Math.max(-before, longer - behind);
    const farthest = Math.min(before, longer + behind);
    const shifts = Array.from({ length: Math.max(0, farthest + 1 - nearest) }, (_, more) => nearest + more);
    return shifts
      .filter((shift) => start + shift >= 0 && end + shift <= typed.length)
      .map((shift) => segment({ count, index, length }, typed.slice(start + shift, end + shift)));
  });
}

/**
 * Two neighbours swapped across a cut spoil two pieces with one error. Where another one spoils the third, the first
 * piece is whole once a swap at its end is undone, and the last once one at its beginning is; else `fitting` has it.
 */
function swapped(typed: string[], length: number, count: PieceCount): Segment[] {
  const longer = typed.length - length;
  const pieces = cut(length, count);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (Math.abs(longer) >= count - 1 || !first || !last) return [];
  const start = last.start + longer;
  return [
    segment({ count, index: 0, length }, swap(typed, first.end).slice(0, first.end)),
    segment({ count, index: count - 1, length }, swap(typed, start).slice(start)),
  ];
}

const cuts = new Map<number, { start: number; end: number }[]>();

/** Kept, because names are made of words of few lengths. */
function cut(length: number, count: PieceCount): { start: number; end: number }[] {
  const key = length * 4 + count;
  let pieces = cuts.get(key);
  if (!pieces) {
    pieces = Array.from({ length: count }, (_, index) => ({
      start: Math.floor((index * length) / count),
      end: Math.floor(((index + 1) * length) / count),
    }));
    cuts.set(key, pieces);
  }
  return pieces;
}

/** The character at a place and the one before it, the other way round. */
function swap(characters: string[], at: number): string[] {
  const swapped = [...characters];
  swapped[at] = characters[at - 1] ?? '';
  swapped[at - 1] = characters[at] ?? '';
  return swapped;
}

/** Of a longer piece its beginning says enough, and is a term that other words have too. */
const MAX_PIECE = 4;

function segment({ count, index, length }: Omit<Segment, 'text'>, piece: string | string[]): Segment {
  const beginning = piece.slice(0, MAX_PIECE);
  return { count, index, length, text: typeof beginning === 'string' ? beginning : beginning.join('') };
}
