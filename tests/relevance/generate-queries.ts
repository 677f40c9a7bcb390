import * as OpenCC from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import { seededRandom } from './seeded-random';

/** A query, and which names it is meant to find, worked out without any of the code that searches. */
export interface RelevanceQuery {
  kind: string;
  text: string;
  /** Names that answer it. */
  fits(name: string): boolean;
  /** Exactly these answer it, so that totals can be counted. */
  isExact: boolean;
}

type Make = (name: string, dice: Dice) => Omit<RelevanceQuery, 'kind'> | null;

/** As written: recall, precision and totals can be computed. */
export const EXACT_KINDS = ['substring', 'Chinese span', 'several words'];

const MAKERS: Record<string, Make> = {
  substring: (name, dice) => written([dice.span(name.toLowerCase(), 2, 8)]),
  'Chinese span': (name, dice) => written([dice.span(chineseOf(name), 1, 4)]),
  'several words': (name, dice) => {
    const parts = name.toLowerCase().match(/\p{Script=Han}{2}|[a-z]{3,}|\d{2,}/gu) ?? [];
    return parts.length < 2 ? null : written([dice.pick(parts), dice.pick(parts)]);
  },
  'identifier part': (name, dice) => {
    const part = dice.pick(partsOf(name).filter((each) => each.length > 1));
    return part ? meant(part, (other) => partsOf(other).includes(part)) : null;
  },
  pinyin: (name, dice) => sounding(dice.span(chineseOf(name), 2, 4), syllablesOf),
  'pinyin initials': (name, dice) => sounding(dice.span(chineseOf(name), 4, 5), initialsOf),
  'pinyin mixed': (name, dice) =>
    sounding(
      dice.span(chineseOf(name), 4, 4),
      (span) => syllablesOf(span.slice(0, 2)) + initialsOf(span.slice(2)),
    ),
  traditional: (name, dice) => {
    const span = dice.span(chineseOf(name), 2, 4);
    const text = toTraditional(span);
    return text === span ? null : meant(text, (other) => other.includes(span));
  },
  typo: (name, dice) => misspelt([dice.pick(partsOf(name).filter((part) => /^[a-z]{5,}$/.test(part)))], dice),
  'typo in a compound': (name, dice) => {
    const compound = name.match(/[A-Za-z]+(?:[-_ ][A-Za-z]+)*/)?.[0] ?? '';
    const parts = partsOf(compound).filter((part) => part.length >= 4);
    const at = Math.floor(dice.random() * (parts.length - 1));
    return parts.length < 2 ? null : misspelt(parts.slice(at, at + 2), dice);
  },
  'pinyin and a word': (name, dice) => {
    const span = dice.span(chineseOf(name), 2, 2);
    const word = dice.pick(partsOf(name).filter((part) => /^[a-z]{5,}$/.test(part)));
    const fits = (other: string) => other.includes(span) && other.toLowerCase().includes(word);
    return span && word ? meant(`${syllablesOf(span)} ${word}`, fits) : null;
  },
  'Chinese and pinyin': (name, dice) =>
    sounding(dice.span(chineseOf(name), 4, 4), (span) => span.slice(0, 2) + syllablesOf(span.slice(2))),
  'typo and a word': (name, dice) => {
    const [first, second] = partsOf(name).filter((part) => /^[a-z]{5,}$/.test(part));
    if (!first || !second) return null;
    const fits = (other: string) => [first, second].every((part) => other.toLowerCase().includes(part));
    return meant(`${dice.misspell(first)} ${second}`, fits);
  },
  'pinyin and digits': (name, dice) => {
    const span = dice.span(chineseOf(name), 2, 4);
    const digits = name.match(/\d{2,}/)?.[0];
    const fits = (other: string) => other.includes(span) && partsOf(other).includes(digits ?? '');
    return span && digits ? meant(syllablesOf(span) + digits, fits) : null;
  },
};

/** `perKind` queries of every kind, made of the names. What a name holds as written is asked for as written only. */
export function generateQueries(names: string[], perKind: number, seed: number): RelevanceQuery[] {
  const dice = rollDice(seed);
  const lowered = names.map((name) => name.toLowerCase());
  return Object.entries(MAKERS).flatMap(([kind, make]) => {
    const queries: RelevanceQuery[] = [];
    while (queries.length < perKind) {
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
  const fits = (name: string) => wanted.every((word) => name.toLowerCase().includes(word));
  return { text: wanted.join(' '), fits, isExact: true };
}

function meant(text: string, fits: (name: string) => boolean): Omit<RelevanceQuery, 'kind'> {
  return { text, fits, isExact: false };
}

function sounding(span: string, read: (span: string) => string): Omit<RelevanceQuery, 'kind'> | null {
  return span === '' ? null : meant(read(span), (name) => name.includes(span));
}

function misspelt(parts: string[], dice: Dice): Omit<RelevanceQuery, 'kind'> | null {
  const word = parts.join('');
  const text = word && dice.misspell(word);
  if (!text || text === word) return null;
  return meant(text, (name) =>
    name
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .includes(word),
  );
}

function chineseOf(name: string): string {
  return name.match(/\p{Script=Han}+/u)?.[0] ?? '';
}

function partsOf(name: string): string[] {
  const parts = name.split(/(?<=[a-z])(?=[A-Z])|[^A-Za-z0-9]+|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])/);
  return parts.map((part) => part.toLowerCase()).filter((part) => part !== '');
}

function syllablesOf(span: string): string {
  return pinyin(span, { toneType: 'none', v: true, separator: '' });
}

function initialsOf(span: string): string {
  return pinyin(span, { toneType: 'none', v: true, type: 'array' })
    .map((syllable) => syllable.charAt(0))
    .join('');
}

const toTraditional = OpenCC.Converter({ from: 'cn', to: 't' });
