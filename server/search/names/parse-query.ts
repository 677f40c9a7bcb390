import { MAX_QUERY_CHARACTERS } from '@/contracts/search';
import { kindOf } from './characters';
import { foldText } from './fold-name';
import { queryReadings, type Reading } from './query-readings';
import { squashText } from './squash-text';
import { type AllowedTypos, allowedTypos } from './typos';

/** One folded word of a query, with all the ways it may stand in a name. */
export interface QueryWord {
  text: string;
  /** Its own runs of letters and digits; empty for Chinese and for punctuation. */
  tokens: string[];
  hasCjk: boolean;
  /** Without separators; null where too little would be left to mean anything. */
  squashed: string | null;
  readings: Reading[];
  /** What may be misspelt; null for short words and Chinese. */
  typo: AllowedTypos | null;
}

export interface ParsedQuery {
  /** Empty: the query asks for nothing, and nothing is found. */
  words: QueryWord[];
  /** The words with one blank between them. */
  phrase: string;
  hasStrongSound: boolean;
}

const MAX_WORDS = 16;
const MIN_SQUASHED_LETTERS = 3;
const MIN_SQUASHED_CJK = 2;

/** Reads what a person typed. Every string is a valid query; what is too long is cut. */
export function parseQuery(raw: string): ParsedQuery {
  const folded = foldText(raw.slice(0, MAX_QUERY_CHARACTERS)).slice(0, MAX_QUERY_CHARACTERS);
  // The cut may have split a surrogate pair that folding made or kept.
  const whole = folded.replace(/\p{Cs}/gu, '');
  const texts = whole.split(' ').filter((text) => text !== '');
  const words = [...new Set(texts)].slice(0, MAX_WORDS).map(readWord);
  return {
    words,
    phrase: texts.slice(0, MAX_WORDS).join(' '),
    hasStrongSound: words.some(({ readings }) => readings.some(({ strong }) => strong)),
  };
}

function readWord(text: string): QueryWord {
  const squashed = squashText(text).text;
  const hasCjk = Array.from(text).some((character) => kindOf(character.codePointAt(0) ?? 0) === 'cjk');
  const minSquashed = hasCjk ? MIN_SQUASHED_CJK : MIN_SQUASHED_LETTERS;
  return {
    text,
    tokens: latinRuns(text),
    hasCjk,
    squashed: squashed.length >= minSquashed ? squashed : null,
    readings: queryReadings(text),
    typo: hasCjk ? null : allowedTypos(squashed),
  };
}

function latinRuns(text: string): string[] {
  const runs: string[] = [];
  let open = false;
  for (const character of text) {
    const kind = kindOf(character.codePointAt(0) ?? 0);
    const inside = kind === 'letter' || kind === 'digit';
    if (inside && open) runs[runs.length - 1] += character;
    else if (inside) runs.push(character);
    open = inside;
  }
  return runs;
}
