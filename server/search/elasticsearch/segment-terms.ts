import { type AllowedTypos, MIN_TWO_ERRORS } from '../names/typos/typos';
import { type PieceCount, type Segment, segmentsOf, wantedSegments } from '../names/typos/word-segments';

// Words are cut in one way only, by their length: each term of a document makes writing it slower.

/** What a document stores of a word of its name. */
export function segmentTerms(ownerId: string, word: string): string[] {
  return segmentsOf(word, countFor).map((segment) => term(ownerId, segment));
}

/** One of these is in every document of that owner whose name holds a word that may be meant. */
export function wantedTerms(ownerId: string, typed: AllowedTypos): string[] {
  return [...new Set(wantedSegments(typed, countFor).map((segment) => term(ownerId, segment)))];
}

function countFor(length: number): PieceCount {
  return length >= MIN_TWO_ERRORS ? 3 : 2;
}

/** So many tell the terms of most owners apart; those of all together would stand in a good part of the index. */
const OWNER_CHARACTERS = 4;

function term(ownerId: string, { index, length, text }: Segment): string {
  return `${ownerId.slice(0, OWNER_CHARACTERS)}${index}${length.toString(36)}${text}`;
}
