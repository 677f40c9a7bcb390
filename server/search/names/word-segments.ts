import type { AllowedTypos } from '../names/typos';

// Misspelt words by an index that knows only equality. A word cut into one piece more than it may hold errors keeps
// at least one piece whole, and that piece stands no further from its place than the errors that can be before it and
// behind it (Li, Deng, Wang, Feng: Pass-Join, VLDB 2011, multi-match-aware selection). So names store the pieces of their words, and a query asks for all that fit.

/** Keeps these terms apart from spans of names, which hold no control characters. */
const MARK = '\u0001';
/** Of a longer piece its beginning says enough, and is a term that other words have too. */
const MAX_PIECE = 4;
/** Shorter words are never looked for with two errors. */
const MIN_TWO_ERRORS = 7;

/** What a name stores of one of its words. */
export function segmentTerms(word: string): string[] {
  const characters = Array.from(word);
  const counts = characters.length >= MIN_TWO_ERRORS ? [2, 3] : [2];
  return counts.flatMap((count) =>
    cut(characters.length, count).map(({ start, end }, index) =>
      term(count, index, characters.length, characters.slice(start, end)),
    ),
  );
}

/** What a query asks for: any one of these is in every name that holds the word, however misspelt it was typed. */
export function wantedSegments({ text, limits }: AllowedTypos): string[] {
  const typed = Array.from(text);
  const wanted = new Set<string>();
  for (const { edits, minLength } of limits) {
    const shortest = Math.max(minLength, typed.length - edits);
    for (let length = shortest; length <= typed.length + edits; length += 1) {
      addFitting(wanted, typed, length, edits);
      // Two neighbours swapped across a cut spoil two pieces: there the swap is undone first.
      for (const { start } of cut(length, edits + 1).slice(1)) {
        for (let at = start - edits; at <= start + edits; at += 1) {
          if (at > 0 && at < typed.length) addFitting(wanted, swap(typed, at), length, edits);
        }
      }
    }
  }
  return [...wanted];
}

function addFitting(wanted: Set<string>, characters: string[], length: number, edits: 1 | 2): void {
  const count = edits + 1;
  const longer = characters.length - length;
  cut(length, count).forEach(({ start, end }, index) => {
    // Some whole piece has no more errors before it than pieces, and no more behind it than pieces there.
    const [before, behind] = [index, edits - index];
    const farthest = Math.min(before, longer + behind);
    for (let shift = Math.max(-before, longer - behind); shift <= farthest; shift += 1) {
      const piece = characters.slice(Math.max(0, start + shift), Math.max(0, end + shift));
      if (piece.length === end - start) wanted.add(term(count, index, length, piece));
    }
  });
}

function cut(length: number, count: number): { start: number; end: number }[] {
  return Array.from({ length: count }, (_, index) => ({
    start: Math.floor((index * length) / count),
    end: Math.floor(((index + 1) * length) / count),
  }));
}

/** The character at a place and the one before it, the other way round. */
function swap(characters: string[], at: number): string[] {
  const swapped = [...characters];
  swapped[at] = characters[at - 1] ?? '';
  swapped[at - 1] = characters[at] ?? '';
  return swapped;
}

function term(count: number, index: number, length: number, piece: string[]): string {
  return `${MARK}${count}${index}${length.toString(36)}:${piece.slice(0, MAX_PIECE).join('')}`;
}
