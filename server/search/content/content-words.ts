import { kindOf, kindOfCharacter, unitsOf } from '../names/fold/characters';
import { foldText } from '../names/fold/fold-name';

// Text is searched word by word: runs of letters and digits, and every Chinese character by itself, so that any span
// of Chinese is found. Engines, the delta and the snippets all compare these words and so agree.

/** A longer run is data, and no word that anybody types. */
const MAX_WORD_CHARACTERS = 64;
/**
 * Of the words of one text joined by blanks, in UTF-16 units: a Chinese character takes two. What comes later is found
 * by nothing.
 */
const MAX_WORDS_LENGTH = 100_000;

/** A word of folded text; offsets in UTF-16 units. */
export interface ContentWord {
  text: string;
  start: number;
  end: number;
}

/** The words of folded text, in its order. */
export function cutContentWords(folded: string): ContentWord[] {
  const words: ContentWord[] = [];
  let open: ContentWord | null = null;
  for (let at = 0; at < folded.length; ) {
    const codePoint = folded.codePointAt(at) ?? 0;
    const end = at + unitsOf(codePoint);
    const kind = kindOf(codePoint);
    if (kind === 'cjk') words.push({ text: folded.slice(at, end), start: at, end });
    if (kind === 'letter' || kind === 'digit') {
      if (!open) {
        open = { text: '', start: at, end };
        words.push(open);
      }
      open.end = end;
    } else {
      open = null;
    }
    at = end;
  }
  for (const word of words)
    word.text = folded.slice(word.start, Math.min(word.end, word.start + MAX_WORD_CHARACTERS));
  return words;
}

/** ' annual report 年 度 ': the words of a text with a blank around each. */
export function contentWords(text: string): string {
  // Line by line: most lines are of one script, which is folded in a tenth of the time, and no word crosses their ends.
  const folded = text.split('\n').map(foldText).join('\n');
  const words = cutContentWords(folded).map((word) => word.text);
  const joined = words
    .join(' ')
    .slice(0, MAX_WORDS_LENGTH)
    .replace(/\p{Cs}/gu, '');
  return joined === '' ? '' : ` ${joined} `;
}

/** A word of a query as it stands in text: whole words side by side, of which the last may go on. */
export interface ContentPhrase {
  words: [string, ...string[]];
  /** What the words of a text (contentWords) hold where it stands. */
  inWords: string;
  /** The last word may be the beginning of one, as it is while it is typed; a Chinese character is whole. */
  mayGoOn: boolean;
}

/**
 * Null where a word is nothing but punctuation: it is looked for in names only. Texts keep no punctuation, so what is
 * left of 'c++' or '.net' has to be a word by itself: its beginning stands in every text.
 */
export function contentPhrase(word: string): ContentPhrase | null {
  const cut = cutContentWords(word);
  const [first, ...others] = cut.map(({ text }) => text);
  if (first === undefined) return null;
  const isBare = cut.at(0)?.start === 0 && cut.at(-1)?.end === word.length;
  const mayGoOn = isBare && mayBeBeginning(others.at(-1) ?? first);
  return {
    words: [first, ...others],
    inWords: ` ${[first, ...others].join(' ')}${mayGoOn ? '' : ' '}`,
    mayGoOn,
  };
}

/** A single letter begins some word of every text. */
function mayBeBeginning(word: string): boolean {
  return word.length > 1 && kindOfCharacter(word) !== 'cjk';
}
