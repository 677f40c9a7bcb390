import { type AllowedTypos, MIN_TWO_ERRORS } from '../names/typos/typos';
import { type Segment, segmentsOf, wantedSegments } from '../names/typos/word-segments';

// Words are cut as each number of errors has it best: candidates cost more here than terms.

/** Keeps these terms apart from spans of names, which hold no control characters. */
const MARK = '\u0001';

/** What a row stores of a word of its name. */
export function segmentTerms(word: string): string[] {
  const halves = segmentsOf(word, () => 2);
  const mayHoldTwoErrors = halves.some(({ length }) => length >= MIN_TWO_ERRORS);
  return [...halves, ...(mayHoldTwoErrors ? segmentsOf(word, () => 3) : [])].map(term);
}

/** One of these is in every row whose name holds a word that may be meant. */
export function wantedTerms(typed: AllowedTypos): string[] {
  return [...new Set(wantedSegments(typed, (_, edits) => (edits === 1 ? 2 : 3)).map(term))];
}

function term({ count, index, length, text }: Segment): string {
  return `${MARK}${count}${index}${length.toString(36)}:${text}`;
}
