import { type CharacterKind, kindOf, kindOfCharacter, unitsOf } from './fold/characters';
import type { FoldedName } from './fold/fold-name';

// Cuts a name into words ('AnnualReport2026') and their parts ('annual', 'report', '2026').

/** A stretch of the folded name, offsets in UTF-16 units. */
export interface NamePart {
  text: string;
  start: number;
  end: number;
}

export interface Word extends NamePart {
  parts: NamePart[];
}

const UPPER = /\p{Lu}/u;
/** A compound longer than this is a hash or a sentence; its runs of parts would only bloat the index. */
const MAX_PARTS_IN_RUN = 5;
const MAX_RUN_CHARACTERS = 48;
/** Fewer letters are never taken for a misspelt word. */
export const MIN_TYPO_LETTERS = 4;

/**
 * What counts as a whole word: words, their parts at humps (camelCase), separators and digits, and a part
 * together with the number beside it ('v2', 'chap03'). Chinese is left out: any span of it is a word.
 */
export function nameTokens(name: FoldedName, words: Word[]): NamePart[] {
  const tokens = new Map<string, NamePart>();
  for (const word of words) {
    keep(word);
    word.parts.forEach((part, index) => {
      keep(part);
      const next = word.parts[index + 1];
      if (next && isNumber(part) !== isNumber(next)) keep(join(name, part, next));
    });
  }
  return [...tokens.values()];

  function keep(part: NamePart): void {
    if (!tokens.has(part.text)) tokens.set(part.text, { text: part.text, start: part.start, end: part.end });
  }
}

/** Of texts that are looked at, in UTF-16 units. */
export interface Lengths {
  min: number;
  max: number;
}

/** What a misspelt word is compared with: words, parts, and parts run together across humps and separators. */
export function typoTokens(
  name: FoldedName,
  words: Word[],
  { min, max }: Lengths = { min: MIN_TYPO_LETTERS, max: Number.POSITIVE_INFINITY },
): NamePart[] {
  const longestRun = Math.min(max, MAX_RUN_CHARACTERS);
  const tokens = new Map<string, NamePart>();
  for (const run of runsBetweenCjk(name, words)) {
    for (let first = 0; first < run.length; first += 1) {
      let text = '';
      for (let last = first; last < Math.min(run.length, first + MAX_PARTS_IN_RUN); last += 1) {
        const [start, end] = [run[first]?.start ?? 0, run[last]?.end ?? 0];
        text += run[last]?.text ?? '';
        if (text.length > longestRun) break;
        keep({ text, start, end });
      }
    }
  }
  for (const { text, start, end } of words) if (text.length <= max) keep({ text, start, end });
  return [...tokens.values()];

  function keep(part: NamePart): void {
    const { text } = part;
    if (text.length >= min && countLetters(text) >= MIN_TYPO_LETTERS && !tokens.has(text))
      tokens.set(text, part);
  }
}

/** Letters of a text, which decide how many typing errors it may hold. */
export function countLetters(text: string): number {
  let letters = 0;
  for (const character of text) if (kindOfCharacter(character) === 'letter') letters += 1;
  return letters;
}

/** The name before its extension: a dot that is not the first character, and up to ten letters or digits. */
export function stemLength(folded: string): number {
  const extension = /.(\.[\p{L}\p{N}]{1,10})$/u.exec(folded);
  return folded.length - (extension?.[1]?.length ?? 0);
}

function runsBetweenCjk(name: FoldedName, words: Word[]): NamePart[][] {
  const runs: NamePart[][] = [];
  let previousEnd = -1;
  for (const word of words) {
    const between = name.text.slice(Math.max(previousEnd, 0), word.start);
    const broken = previousEnd < 0 || [...between].some((character) => kindAt(character, 0) === 'cjk');
    if (broken) runs.push([]);
    runs.at(-1)?.push(...word.parts);
    previousEnd = word.end;
  }
  return runs;
}

/** The words of a folded name; nameTokens and typoTokens both begin with them. */
export function cutWords(name: FoldedName): Word[] {
  const found: Word[] = [];
  let word: Word | null = null;
  let part: NamePart | null = null;
  let previous: CharacterKind = 'other';
  for (let at = 0; at < name.text.length; ) {
    const codePoint = name.text.codePointAt(at) ?? 0;
    const end = at + unitsOf(codePoint);
    const kind = kindOf(codePoint);
    if (kind === 'letter' || kind === 'digit') {
      if (!word) {
        word = { text: '', start: at, end, parts: [] };
        found.push(word);
        part = null;
      }
      if (!part || kind !== previous || startsHump(name, at)) {
        part = { text: '', start: at, end };
        word.parts.push(part);
      }
      part.end = end;
      word.end = end;
    } else {
      word = null;
    }
    previous = kind;
    at = end;
  }
  for (const each of found) {
    each.text = name.text.slice(each.start, each.end);
    for (const piece of each.parts) piece.text = name.text.slice(piece.start, piece.end);
  }
  return found;
}

/** 'annual|Report', 'HTML|Parser': a capital after a small letter, or before one. */
function startsHump(name: FoldedName, at: number): boolean {
  if (!isUpper(name, at)) return false;
  if (!isUpper(name, at - 1)) return true;
  return at + 1 < name.text.length && kindAt(name.text, at + 1) === 'letter' && !isUpper(name, at + 1);
}

function isUpper(name: FoldedName, at: number): boolean {
  const start = name.starts?.[at] ?? at;
  const code = name.original.charCodeAt(start);
  if (code < 128) return code >= 65 && code <= 90;
  return UPPER.test(String.fromCodePoint(name.original.codePointAt(start) ?? 0));
}

function isNumber(part: NamePart): boolean {
  return kindAt(part.text, 0) === 'digit';
}

function kindAt(text: string, at: number): CharacterKind {
  return kindOf(text.codePointAt(at) ?? 0);
}

function join(name: FoldedName, first: NamePart, last: NamePart): NamePart {
  return { text: name.text.slice(first.start, last.end), start: first.start, end: last.end };
}
