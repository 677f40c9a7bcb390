import { kindOfCharacter } from '../names/fold/characters';
import { foldName } from '../names/fold/fold-name';
import { variantsOf } from '../names/fold/variants-of';
import { type ContentPhrase, type ContentWord, cutContentWords } from './content-words';

/** Accents that stand behind their letter, one by one. */
const ACCENTS = '[\\u0300-\\u036f]*';
/** Without accents: what two repetitions side by side could both take, they would share out in every possible way. */
const SEPARATOR = '[^\\p{L}\\p{N}\\p{M}]';
/** Scripts of which every character is a word (fold/characters.ts). */
const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const WORD_ENDS = `(?=[^\\p{L}\\p{N}\\p{M}]|[${CJK}]|$)`;
const WORD_BEGINS = `(?:(?<![\\p{L}\\p{N}\\p{M}])|(?<=[${CJK}]))`;
/** Folding is slow beside looking: of a text where one letter stands for two no more is folded. */
const FOLDED_CHARACTERS = 50_000;
/** Of a word that stands everywhere no more places are told. */
const MAX_PLACES = 200;

/** Folded words side by side, of which the last may go on. */
export type SoughtWords = Pick<ContentPhrase, 'words' | 'mayGoOn'>;

/**
 * Where words stand in a text, in UTF-16 units: as they were typed, else in any writing that folds to them. Empty where they do not, or where only folding would find them beyond the first FOLDED_CHARACTERS.
 */
export function findPlaces(text: string, sought: SoughtWords): number[] {
  const asTyped = placesOf(text, sought, (word) => word);
  if (asTyped.length > 0) return asTyped;
  const inOther = placesOf(text, sought, inAnyWriting);
  return inOther.length > 0 ? inOther : placesInFolded(text, sought);
}

function placesOf(text: string, { words, mayGoOn }: SoughtWords, write: (word: string) => string): number[] {
  const written = words.map((word, at) => gapBefore(word, words[at - 1]) + write(word)).join('');
  const pattern = new RegExp(written + (mayGoOn || isCjk(words.at(-1) ?? '') ? '' : WORD_ENDS), 'giu');
  const places: number[] = [];
  for (const { index } of text.matchAll(pattern)) {
    places.push(index);
    if (places.length === MAX_PLACES) break;
  }
  return places;
}

/** What stands before a word: words of letters are kept apart, Chinese needs nothing. */
function gapBefore(word: string, previous: string | undefined): string {
  if (previous === undefined) return isCjk(word) ? '' : WORD_BEGINS;
  return isCjk(word) || isCjk(previous) ? `${SEPARATOR}*` : `${SEPARATOR}+`;
}

function isCjk(word: string): boolean {
  return kindOfCharacter(word) === 'cjk';
}

/** Words are letters and digits: nothing in them has to be escaped. */
function inAnyWriting(word: string): string {
  return Array.from(word, (character) => `[${character}${variantsOf(character)}]${ACCENTS}`).join('');
}

/** For 'strasse' in 'Straße'. */
function placesInFolded(text: string, sought: SoughtWords): number[] {
  const folded = foldName(text.slice(0, FOLDED_CHARACTERS));
  const spans = findSideBySide(cutContentWords(folded.text), sought);
  return spans.slice(0, MAX_PLACES).map(({ start }) => folded.starts?.[start] ?? start);
}

/** Where they stand among the words of a text; of a last one that goes on, only what was sought of it. */
export function findSideBySide(
  words: ContentWord[],
  { words: wanted, mayGoOn }: SoughtWords,
): { start: number; end: number }[] {
  const last = wanted.length - 1;
  return words.flatMap(({ start }, at) => {
    const stands = wanted.every((text, offset) => {
      const word = words[at + offset]?.text;
      return offset === last && mayGoOn ? word?.startsWith(text) : word === text;
    });
    const end = (words[at + last]?.start ?? 0) + (wanted[last]?.length ?? 0);
    return stands ? [{ start, end }] : [];
  });
}
