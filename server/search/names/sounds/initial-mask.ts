/** The first letters of some syllables, one bit each: sets of them are compared in one step. */
export function lettersOf(syllables: string[]): number {
  return syllables.reduce((letters, syllable) => letters | (1 << (syllable.charCodeAt(0) - A)), 0);
}

const A = 'a'.charCodeAt(0);
export const ALL_LETTERS = (1 << 26) - 1;
