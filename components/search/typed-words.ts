import { cutLine } from './cut-line';

/** The words in the search box beside those in the address, which may follow it or lead it. */
export interface TypedWords {
  typed: string;
  /** What the address last said; '' outside the results page. */
  inAddress: string;
  /** What the box wrote into the address and has not yet come back from there, in order. */
  onTheWay: string[];
}

export type TypedWordsChange =
  | { type: 'type'; typed: string }
  /** The box writes its words into the address. */
  | { type: 'write'; words: string }
  /** The address says something else than before. */
  | { type: 'address'; words: string };

/**
 * Words that come back from the address are those of the box, perhaps of a moment ago: they never touch what is typed.
 * All other words of an address (a link, Back, a filter) replace it.
 */
export function changeTypedWords(now: TypedWords, change: TypedWordsChange): TypedWords {
  switch (change.type) {
    case 'type':
      return { ...now, typed: change.typed };
    case 'write':
      return { ...now, onTheWay: [...now.onTheWay, change.words] };
    case 'address': {
      const position = now.onTheWay.indexOf(change.words);
      if (position < 0) return { typed: change.words, inAddress: change.words, onTheWay: [] };
      return { ...now, inAddress: change.words, onTheWay: now.onTheWay.slice(position + 1) };
    }
  }
}

/** The words to write into the address, as far as a search reads them; null where it says them already, or is about to. */
export function wordsToWrite({ typed, inAddress, onTheWay }: TypedWords): string | null {
  const words = cutLine(typed);
  return words === (onTheWay.at(-1) ?? inAddress) ? null : words;
}
