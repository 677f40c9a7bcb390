import { isHan, kindOfCharacter } from '../names/fold/characters';
import { foldName, foldText } from '../names/fold/fold-name';
import { SearchableName } from '../names/match-word';
import { nameSounds, type SoundPlace } from '../names/sounds/name-sounds';
import { editDistance } from '../names/typos/edit-distance';
import { mostTypos } from '../names/typos/typos';

// The looks of a word that was perhaps mistyped, compared with the words of names. Looser than what a search forgives
// by itself (names/typos/typos.ts): here a person is asked.

/** Longer words are not mistyped but pasted. */
const MAX_LETTERS = 32;
/** Shorter ones are near to everything. */
const MIN_LETTERS = 3;
const MIN_CHINESE = 2;
const LONG_WORD = 7;
/** Looking for each costs a millisecond in the names of a large drive. */
const MAX_FRAGMENTS = 8;

/** Whether a folded word can be compared with others: one run of letters and digits, or of Chinese. */
export function canBeCorrected(word: string): boolean {
  const { length } = Array.from(word);
  if (length > MAX_LETTERS) return false;
  if (isChinese(word)) return length >= MIN_CHINESE;
  return length >= MIN_LETTERS && Array.from(word).every(isLetterOrDigit);
}

/** Pieces of a word of which a name that holds the word meant holds some: Chinese characters, runs of letters. */
export function fragmentsOf(word: string): string[] {
  const characters = Array.from(word);
  if (isChinese(word)) return [...new Set(characters)].slice(0, MAX_FRAGMENTS);
  // Longer runs say more, but of a short word none may have been typed right.
  const length = characters.length >= LONG_WORD ? 3 : 2;
  const starts = characters.length - length + 1;
  const step = Math.max(1, Math.ceil(starts / MAX_FRAGMENTS));
  const fragments = characters.flatMap((_, at) =>
    at < starts && at % step === 0 ? [characters.slice(at, at + length).join('')] : [],
  );
  return [...new Set(fragments)];
}

/**
 * The words of some names that are nearest to a word, the nearest and then the most frequent first. Empty where the
 * word itself stands in one: it is no mistake then.
 */
export function nearestWords(word: string, names: string[], count: number): string[] {
  const wordsOf = isChinese(word) ? stretchesAsLongAs(word) : tokensOf;
  const frequency = new Map<string, number>();
  for (const text of names.flatMap(wordsOf)) frequency.set(text, (frequency.get(text) ?? 0) + 1);
  if (frequency.has(word)) return [];
  const differenceTo = isChinese(word) ? chineseDifference(word) : latinDifference(word);
  return [...frequency]
    .flatMap(([text, names]) => {
      const difference = differenceTo(text);
      return difference === null ? [] : [{ text, names, difference }];
    })
    .sort((one, other) => one.difference - other.difference || other.names - one.names)
    .slice(0, count)
    .map(({ text }) => text);
}

function tokensOf(name: string): string[] {
  return new SearchableName(foldName(name)).tokens.map(({ text }) => text);
}

/** Null: too different. */
type Difference = (text: string) => number | null;

function latinDifference(word: string): Difference {
  // One more than a search forgives by itself.
  const limit = mostTypos(Array.from(word).length) + 1;
  return (text) => {
    const difference = editDistance(word, text, limit);
    return difference <= limit ? difference : null;
  };
}

function stretchesAsLongAs(word: string): (name: string) => string[] {
  const { length } = Array.from(word);
  return (name) => {
    const characters = Array.from(foldText(name));
    return characters
      .slice(length - 1)
      .map((_, at) => characters.slice(at, at + length).join(''))
      .filter(isChinese);
  };
}

/** Characters of another sound may be one, of three or more; input by sound is where most wrong ones come from. */
function chineseDifference(word: string): Difference {
  const typed = nameSounds(foldName(word));
  const mostStrange = typed.length > MIN_CHINESE ? 1 : 0;
  return (text) => {
    const others = nameSounds(foldName(text)).filter(({ literal }, at) => literal !== typed[at]?.literal);
    if (others.length === typed.length || others.length > mostStrange + 1) return null;
    const strange = others.filter(
      (place) =>
        !soundsLike(
          place,
          typed.find(({ start }) => start === place.start),
        ),
    );
    return strange.length > mostStrange ? null : others.length + strange.length * MAX_LETTERS;
  };
}

function soundsLike(place: SoundPlace, typed: SoundPlace | undefined): boolean {
  return place.readings.some((reading) => typed?.readings.includes(reading));
}

function isLetterOrDigit(character: string): boolean {
  const kind = kindOfCharacter(character);
  return kind === 'letter' || kind === 'digit';
}

function isChinese(word: string): boolean {
  return Array.from(word).every((character) => isHan(character.codePointAt(0) ?? 0));
}
