import { type ContentPhrase, contentPhrase } from '../content/content-words';
import { kindOfCharacter } from './fold/characters';
import { foldText, foldWritten } from './fold/fold-name';
import { squashText } from './fold/squash-text';
import { queryReadings, type Reading } from './sounds/query-readings';
import { type AllowedTypos, allowedTypos } from './typos/typos';

/** One folded word of a query, with all the ways it may stand in a name. */
export interface QueryWord {
  text: string;
  /** With its Chinese as it was typed, in simplified or traditional characters; null where it has none. */
  written: string | null;
  /** Its own runs of letters and digits; empty for Chinese and for punctuation. */
  tokens: string[];
  hasCjk: boolean;
  /** Without separators; null where too little would be left to mean anything. */
  squashed: string | null;
  readings: Reading[];
  /** How it stands in text; null for punctuation. */
  content: ContentPhrase | null;
  /** What may be misspelt; null for short words and Chinese. */
  typo: AllowedTypos | null;
}

export interface ParsedQuery {
  /** Empty: every name matches, at step 0 and with rank 0. */
  words: QueryWord[];
  /** The words with one blank between them. */
  phrase: string;
  /** The digits that end the phrase; null where it ends otherwise. */
  lastNumber: string | null;
  hasStrongSound: boolean;
  /** Its only strong readings are initials, and a word of it may as well be misspelt: 'ngnx'. */
  mayBeInitials: boolean;
}

/** Of all words together: an engine never pays for a hostile query. */
const MAX_QUERY_CHARACTERS = 256;
const MAX_WORDS = 16;
/**
 * Of the readings of all words together. Each is asked for in eight positions, and how many clauses Elasticsearch takes
 * (1,024 to some thousands) goes by its memory and processors.
 */
const MAX_PIECES = 160;
const MIN_SQUASHED_LETTERS = 3;
const MIN_SQUASHED_CJK = 2;

/** Text of a query. `exact`: it stands in the name just so, blanks included. */
export interface QueryText {
  text: string;
  exact: boolean;
}

/** Reads plain words. Every string is a valid query; what is too long is cut. */
export function parseQuery(raw: string): ParsedQuery {
  return readWords([{ text: raw, exact: false }]);
}

/** Reads words and phrases in the order of the query; what is too long is cut. */
export function readWords(given: QueryText[]): ParsedQuery {
  const texts = cutTexts(given);
  const exactTexts = new Set(texts.filter(({ exact }) => exact).map(({ text }) => text));
  const different = new Map<string, FoldedText>();
  for (const each of texts) if (!different.has(each.text)) different.set(each.text, each);
  const asked = [...different.values()].slice(0, MAX_WORDS);
  const maxPieces = Math.floor(MAX_PIECES / asked.length);
  const words = asked.map((each) =>
    exactTexts.has(each.text) ? readPhrase(each) : readWord(each, maxPieces),
  );
  const phrase = texts
    .slice(0, MAX_WORDS)
    .map(({ text }) => text)
    .join(' ');
  const strong = words.flatMap(({ readings }) => readings.filter((reading) => reading.strong));
  return {
    words,
    phrase,
    lastNumber: lastNumberOf(phrase),
    hasStrongSound: strong.length > 0,
    mayBeInitials:
      strong.length > 0 &&
      strong.every(({ quality }) => quality !== 'full') &&
      words.some(({ typo }) => typo !== null),
  };
}

interface FoldedText extends QueryText {
  /** `text` with its Chinese as it was typed. */
  written: string;
}

function cutTexts(given: QueryText[]): FoldedText[] {
  const texts: FoldedText[] = [];
  let left = MAX_QUERY_CHARACTERS;
  for (const { text, exact } of given) {
    const folded = foldWritten(text.slice(0, left)).slice(0, left);
    left -= folded.length;
    // The cut may have split a surrogate pair that folding made or kept.
    const whole = folded.replace(/\p{Cs}/gu, '').trim();
    for (const written of exact ? [whole] : whole.split(' ')) {
      if (written !== '') texts.push({ text: foldText(written), written, exact });
    }
  }
  return texts;
}

/** A word that only stands as it is written: no sound, no typing error, nothing left out. */
function readPhrase(phrase: FoldedText): QueryWord {
  return { ...readWord(phrase, 0), squashed: null, typo: null };
}

function readWord({ text, written }: FoldedText, maxPieces: number): QueryWord {
  const squashed = squashText(text).text;
  const hasCjk = Array.from(text).some((character) => kindOfCharacter(character) === 'cjk');
  const minSquashed = hasCjk ? MIN_SQUASHED_CJK : MIN_SQUASHED_LETTERS;
  return {
    text,
    written: hasCjk ? written : null,
    tokens: letterRuns(text),
    hasCjk,
    squashed: squashed.length >= minSquashed ? squashed : null,
    readings: queryReadings(text, maxPieces),
    content: contentPhrase(text),
    typo: hasCjk ? null : allowedTypos(squashed),
  };
}

function lastNumberOf(phrase: string): string | null {
  const characters = Array.from(phrase);
  const before = characters.findLastIndex((character) => kindOfCharacter(character) !== 'digit');
  return characters.slice(before + 1).join('') || null;
}

/** Its runs of letters and digits of any script written with blanks between words. */
function letterRuns(text: string): string[] {
  const runs: string[] = [];
  let open = false;
  for (const character of text) {
    const kind = kindOfCharacter(character);
    const inside = kind === 'letter' || kind === 'digit';
    if (inside && open) runs[runs.length - 1] += character;
    else if (inside) runs.push(character);
    open = inside;
  }
  return runs;
}
