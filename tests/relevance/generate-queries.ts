import * as OpenCC from 'opencc-js/cn2t';
import * as OpenCCBack from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import { seededRandom } from './seeded-random';

/** A query, and which names it is meant to find, worked out without any of the code that searches. */
export interface RelevanceQuery {
  kind: string;
  text: string;
  /** Names that answer it. */
  fits(name: string): boolean;
  /** Asked by sound: names that sound the same, which no rule of sound could tell from what was meant. */
  sounds?(name: string): boolean;
  /** Exactly these answer it, so that totals can be counted. */
  isExact: boolean;
}

type Make = (name: string, dice: Dice) => Omit<RelevanceQuery, 'kind'> | null;

/** As written: recall, precision and totals can be computed. */
export const EXACT_KINDS = ['substring', 'Chinese span', 'several words'];

const TRIES_PER_QUERY = 1_000;

/** Asked by sound, which may be that of something else as well. */
export const SOUND_KINDS = [
  'pinyin',
  'pinyin initials',
  'pinyin mixed',
  'pinyin and a word',
  'Chinese and pinyin',
  'pinyin and digits',
];

const MAKERS: Record<string, Make> = {
  substring: (name, dice) => written([dice.span(name.toLowerCase(), 2, 8)]),
  'Chinese span': (name, dice) => written([dice.span(chineseOf(name, dice), 1, 4)]),
  'several words': (name, dice) => {
    const parts = plain(name).match(/\p{Script=Han}{2}|[a-z]{3,}|\d{2,}/gu) ?? [];
    return parts.length < 2 ? null : written([dice.pick(parts), dice.pick(parts)]);
  },
  'identifier part': (name, dice) => {
    const part = dice.pick(partsOf(name).filter((each) => each.length > 1));
    return part ? meant(part, (other) => partsOf(other).includes(part)) : null;
  },
  pinyin: (name, dice) => sounding(dice.span(chineseOf(name, dice), 2, 4), () => SYLLABLE),
  'pinyin initials': (name, dice) => sounding(dice.span(chineseOf(name, dice), 4, 5), () => INITIAL),
  'pinyin mixed': (name, dice) =>
    sounding(dice.span(chineseOf(name, dice), 4, 4), (at) => (at < 2 ? SYLLABLE : INITIAL)),
  traditional: (name, dice) => {
    const span = dice.span(chineseOf(name, dice), 2, 4);
    const text = toTraditional(span);
    return text === span ? null : meant(text, (other) => other.includes(span));
  },
  typo: (name, dice) => misspelt([dice.pick(partsOf(name).filter((part) => /^[a-z]{5,}$/.test(part)))], dice),
  'typo in a compound': (name, dice) => {
    const compound = name.match(/[A-Za-z]+(?:[-_ ][A-Za-z]+)*/)?.[0] ?? '';
    const parts = partsOf(compound);
    const at = Math.floor(dice.random() * (parts.length - 1));
    const pair = parts.slice(at, at + 2);
    return pair.length < 2 || pair.some((part) => part.length < 4) ? null : misspelt(pair, dice);
  },
  'pinyin and a word': (name, dice) => {
    const word = dice.pick(partsOf(name).filter((part) => /^[a-z]{5,}$/.test(part)));
    const spoken = sounding(dice.span(chineseOf(name, dice), 2, 2), () => SYLLABLE);
    return spoken && word ? beside(spoken, ` ${word}`, (other) => plain(other).includes(word)) : null;
  },
  'Chinese and pinyin': (name, dice) =>
    sounding(dice.span(chineseOf(name, dice), 4, 4), (at) => (at < 2 ? CHARACTER : SYLLABLE)),
  'typo and a word': (name, dice) => {
    const [first, second] = partsOf(name).filter((part) => /^[a-z]{5,}$/.test(part));
    if (!first || !second) return null;
    const fits = (other: string) => [first, second].every((part) => plain(other).includes(part));
    return meant(`${dice.misspell(first)} ${second}`, fits);
  },
  'pinyin and digits': (name, dice) => {
    const digits = plain(name).match(/\d{2,}/)?.[0];
    const spoken = sounding(dice.span(chineseOf(name, dice), 2, 4), () => SYLLABLE);
    return spoken && digits ? beside(spoken, digits, (other) => partsOf(other).includes(digits)) : null;
  },
};

/**
 * `perKind` queries of every kind, made of the names; fewer where hardly any name has what a kind needs. What a name
 * holds as written is asked for as written only.
 */
export function generateQueries(names: string[], perKind: number, seed: number): RelevanceQuery[] {
  const dice = rollDice(seed);
  const lowered = names.map(plain);
  return Object.entries(MAKERS).flatMap(([kind, make]) => {
    const queries: RelevanceQuery[] = [];
    for (let tries = perKind * TRIES_PER_QUERY; tries > 0 && queries.length < perKind; tries -= 1) {
      const query = make(dice.pick(names), dice);
      if (!query || query.text.trim() === '') continue;
      const isWritten = lowered.some((name) => query.text.split(' ').every((word) => name.includes(word)));
      const wantsWritten = query.isExact || kind === 'identifier part';
      if (isWritten === wantsWritten) queries.push({ kind, ...query });
    }
    return queries;
  });
}

interface Dice {
  random(): number;
  pick(values: string[]): string;
  /** A stretch of `least` to `most` characters; '' where there are too few. */
  span(text: string, least: number, most: number): string;
  /** One typing error: a letter changed, missing or extra, or two swapped. */
  misspell(word: string): string;
}

function rollDice(seed: number): Dice {
  const random = seededRandom(seed);
  const upTo = (limit: number) => Math.floor(random() * limit);
  return {
    random,
    pick: (values) => values[upTo(values.length)] ?? '',
    span(text, least, most) {
      const length = Math.min(text.length, least + upTo(most - least + 1));
      const start = upTo(text.length - length + 1);
      return length < least ? '' : text.slice(start, start + length);
    },
    misspell(word) {
      const at = upTo(word.length - 1);
      const letter = 'abcdefghijklmnopqrstuvwxyz'.charAt(upTo(26));
      const [before, rest] = [word.slice(0, at), word.slice(at)];
      const errors = [
        before + letter + rest.slice(1),
        before + rest.slice(1),
        before + letter + rest,
        before + rest.charAt(1) + rest.charAt(0) + rest.slice(2),
      ];
      return errors[upTo(errors.length)] ?? word;
    },
  };
}

function written(words: string[]): Omit<RelevanceQuery, 'kind'> {
  const wanted = words.flatMap((word) => word.split(/\s+/)).filter((word) => word !== '');
  const fits = (name: string) => wanted.every((word) => simplified(name).includes(simplified(word)));
  return { text: wanted.join(' '), fits, isExact: true };
}

function meant(text: string, fits: (name: string) => boolean): Omit<RelevanceQuery, 'kind'> {
  return { text, fits, isExact: false };
}

/** A Chinese character as it is read. */
interface Spoken {
  character: string;
  syllable: string;
}

/** How one character is typed. */
type TypedAs = (spoken: Spoken) => string;

const SYLLABLE: TypedAs = ({ syllable }) => syllable;
const INITIAL: TypedAs = ({ syllable }) => syllable.charAt(0);
const CHARACTER: TypedAs = ({ character }) => character;

function sounding(span: string, typedAs: (at: number) => TypedAs): Omit<RelevanceQuery, 'kind'> | null {
  if (span === '') return null;
  const typed = (spoken: Spoken[]) => spoken.map((each, at) => typedAs(at)(each)).join(' ');
  const wanted = typed(readAloud(span));
  const sounds = (name: string) =>
    runsOf(name)
      .map(readAloud)
      .some((run) => run.some((_, start) => typed(run.slice(start, start + span.length)) === wanted));
  return { ...meant(wanted.replaceAll(' ', ''), (name) => name.includes(span)), sounds };
}

/** Something that must stand in the name as well. */
function beside(
  spoken: Omit<RelevanceQuery, 'kind'>,
  text: string,
  holds: (name: string) => boolean,
): Omit<RelevanceQuery, 'kind'> {
  return {
    text: spoken.text + text,
    fits: (name) => spoken.fits(name) && holds(name),
    sounds: (name) => spoken.sounds?.(name) === true && holds(name),
    isExact: false,
  };
}

function misspelt(parts: string[], dice: Dice): Omit<RelevanceQuery, 'kind'> | null {
  const word = parts.join('');
  const text = word && dice.misspell(word);
  if (!text || text === word) return null;
  return meant(text, (name) =>
    plain(name)
      .replace(/[^a-z]/g, '')
      .includes(word),
  );
}

/** Case, width and accents make no difference to who searches. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

/** Nor do traditional characters. */
function simplified(text: string): string {
  return toSimplified(plain(text));
}

function runsOf(name: string): string[] {
  return name.match(/\p{Script=Han}+/gu) ?? [];
}

/** One of its unbroken stretches of Chinese. */
function chineseOf(name: string, dice: Dice): string {
  return dice.pick(runsOf(name));
}

function partsOf(name: string): string[] {
  const parts = name
    .normalize('NFKC')
    .split(/(?<=[a-z])(?=[A-Z])|[^A-Za-z0-9]+|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])/);
  return parts.map((part) => part.toLowerCase()).filter((part) => part !== '');
}

function readAloud(run: string): Spoken[] {
  const syllables = pinyin(run, { toneType: 'none', v: true, type: 'array' });
  return Array.from(run, (character, at) => ({ character, syllable: syllables[at] ?? '' }));
}

const toSimplified = OpenCCBack.Converter({ from: 't', to: 'cn' });
const toTraditional = OpenCC.Converter({ from: 'cn', to: 't' });
