import type { IndexTerms } from '../names/index-terms';
import type { Reading, SoundPiece } from '../names/sounds/query-readings';
import { segmentTerms } from './segment-terms';

// What names become in the table search_documents, and what queries ask of it.

/** Every single character and every two neighbours, once each. */
export function gramsOf(text: string): string[] {
  const characters = Array.from(text);
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  return [...new Set([...characters, ...pairs])];
}

/** All by which a name is found, but its sounds. */
export function storedTerms({ folded, squashed, typoTokens }: IndexTerms): string[] {
  const terms = [...gramsOf(folded), ...gramsOf(squashed), ...typoTokens.flatMap(segmentTerms)];
  return [...new Set(terms)];
}

/** '^':1 '年':2 'nian':2 … '$':6, a tsvector with the readings of a character at the same place. */
export function soundsVector(sounds: IndexTerms['sounds']): string {
  if (sounds.length === 0) return '';
  const places = sounds.flatMap(({ literal, readings, otherReadings }, index) =>
    [literal, ...readings, ...otherReadings].map((text) => `'${text}':${index + 2}`),
  );
  return [`'^':1`, ...places, `'$':${sounds.length + 2}`].join(' ');
}

/** A tsquery for any of the readings, the pieces of each side by side. */
export function soundsQuery(readings: Reading[]): string {
  return readings.map(({ pieces }) => `(${pieces.map(soundTerm).join(' <-> ')})`).join(' | ');
}

function soundTerm({ kind, text }: SoundPiece): string {
  return kind === 'beginning' ? `'${text}':*` : `'${text}'`;
}
