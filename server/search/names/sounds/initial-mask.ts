const A = 'a'.charCodeAt(0);

/** The first letters of some syllables, one bit each: sets of them are compared in one step. */
export function initialMaskOf(syllables: string[]): number {
  return syllables.reduce((mask, syllable) => mask | (1 << (syllable.charCodeAt(0) - A)), 0);
}

/** Of a character that may be read in a way nobody lists. */
export const ANY_INITIAL = (1 << 26) - 1;
