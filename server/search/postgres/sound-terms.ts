import type { IndexTerms } from '../names/index-terms';
import { PINYIN_SYLLABLES } from '../names/sounds/pinyin-syllables';
import type { Reading, SoundPiece } from '../names/sounds/query-readings';
import { askedGrams } from './grams';

// Terms by which names are found when their pinyin is typed. Neighbouring sounds are terms of their own, so that the
// index answers alone: by single sounds PostgreSQL would have to look at every row that has both. The migration
// `sound_terms` works out the same in SQL.

/** Keep these terms apart from spans of names, which hold no control characters, and from segments of words. */
const INITIALS_MARK = '\u0002';
const SYLLABLES_MARK = '\u0003';

/** What a row stores: once for each way that a Chinese character can be read. */
export function storedSounds(sounds: IndexTerms['sounds']): string[] {
  const syllables = sounds.map(({ readings, otherReadings }) => [...readings, ...otherReadings]);
  const letters = syllables.map((each) => [...new Set(each.map((syllable) => syllable.charAt(0)))]);
  return sounds.flatMap((_, at) => {
    const single = syllables[at] ?? [];
    const pairs = joined(letters[at] ?? [], letters[at + 1], '');
    return [
      ...[...single, ...joined(single, syllables[at + 1], ' ')].map((text) => SYLLABLES_MARK + text),
      // A single letter begins a syllable of every third name.
      ...[...pairs, ...joined(pairs, letters[at + 2], '')].map((text) => INITIALS_MARK + text),
    ];
  });
}

function joined(firsts: string[], seconds: string[] = [], between: string): string[] {
  return firsts.flatMap((first) => seconds.map((second) => first + between + second));
}

/** Terms that a row has where a reading is heard in its name: all of them, or one of them. */
export type AskedTerms = { all: string[] } | { any: string[] };

/** What to ask for, so that each of the readings is found by one. */
export function askedSounds(readings: Reading[]): AskedTerms[] {
  const asked = readings.map(termsOf);
  return asked.filter((terms, at) => !asked.some((other, place) => isWider(other, terms, place < at)));
}

function termsOf({ pieces, tokens }: Reading): AskedTerms {
  // How a character is read that was typed as such, only the name tells.
  const characters = pieces.flatMap(({ kind, text }) => (kind === 'character' ? text : []));
  const sounds = stretchesOf(pieces).flatMap((stretch) => [...syllablesOf(stretch), ...initialsOf(stretch)]);
  // 'shi' of 'shijuangs' is heard in every seventh Chinese name, and 'juangs' stands beside it in hardly one.
  const all = [...characters, ...sounds, ...tokens.flatMap(askedGrams)];
  if (all.length > 0) return { all: [...new Set(all)] };
  // One syllable that is still being typed, and nothing else.
  const beginning = pieces[0]?.text ?? '';
  const syllables = [...PINYIN_SYLLABLES].filter((syllable) => syllable.startsWith(beginning));
  return { any: syllables.map((text) => SYLLABLES_MARK + text) };
}

/** Sounds that stand side by side. */
function stretchesOf(pieces: SoundPiece[]): SoundPiece[][] {
  const stretches: SoundPiece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === 'character') stretches.push([]);
    else stretches.at(-1)?.push(piece);
  }
  return stretches;
}

/** Each two whole syllables, and each that has no whole neighbour. */
function syllablesOf(stretch: SoundPiece[]): string[] {
  return stretch.flatMap(({ kind, text }, at) => {
    if (kind !== 'syllable') return [];
    const next = stretch[at + 1];
    if (next?.kind === 'syllable') return `${SYLLABLES_MARK}${text} ${next.text}`;
    return stretch[at - 1]?.kind === 'syllable' ? [] : SYLLABLES_MARK + text;
  });
}

/** Of each three neighbours, or of the two there are; of whole syllables more is asked than that. */
function initialsOf(stretch: SoundPiece[]): string[] {
  const length = Math.min(stretch.length, 3);
  if (length < 2) return [];
  return Array.from({ length: stretch.length - length + 1 }, (_, at) => stretch.slice(at, at + length))
    .filter((neighbours) => neighbours.some(({ kind }) => kind === 'beginning'))
    .map((neighbours) => INITIALS_MARK + neighbours.map(({ text }) => text.charAt(0)).join(''));
}

/** Whether it finds all that the other finds, so that the other need not be asked. `isFirst` decides where both do. */
function isWider(one: AskedTerms, other: AskedTerms, isFirst: boolean): boolean {
  if (one === other || !('all' in one) || !('all' in other)) return false;
  if (!one.all.every((term) => other.all.includes(term))) return false;
  return one.all.length < other.all.length || isFirst;
}
