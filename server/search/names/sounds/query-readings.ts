import { cutMixed, cutSyllables, INITIALS, isLong, MAX_SYLLABLE } from './cut-letters';
import { cutRuns, holdsSeparators, type Run } from './cut-runs';
import { initialMaskOf } from './initial-mask';
import { PINYIN_SYLLABLES } from './pinyin-syllables';

// The ways a typed word can be read as pinyin. Names are compared with exactly these readings, by every engine,
// so the list is short, ordered and the same everywhere.

/** One sound of a reading: a whole syllable, the beginning of one, or a Chinese character as it stands. */
export type SoundPiece = { kind: 'syllable' | 'beginning' | 'character'; text: string };

/**
 * `full`: syllables in full and nothing else guessed. `vague`: 'zh', 'ch' or 'sh' begin one character, where they could
 * be those of two, which far fewer names hold by chance.
 */
export type ReadingQuality = 'full' | 'loose' | 'vague';

export interface Reading {
  /** Neighbouring Chinese characters in this order. */
  pieces: SoundPiece[];
  /** Whole words that must stand in the name as well: 'final' of 'finalbaogao', '2026' of 'baogao2026'. */
  tokens: string[];
  /** The first letters of what is to be heard. */
  initialMask: number;
  quality: ReadingQuality;
  /** So unlike a Latin word that it is offered beside a few Latin hits: two syllables, or four initials. */
  strong: boolean;
}

type CutReading = Omit<Reading, 'initialMask'>;

/** A single letter begins some syllable of nearly every Chinese name. */
const MIN_CHARACTERS = 2;
const MAX_LETTERS = 40;
const MAX_FULL = 6;
const MAX_PARTIAL = 3;
const MAX_MIXED = 6;
/** Of so many cuts: syllables alone and initials alone, which are other readings, are among the likeliest. */
const MAX_MIXED_CUTS = MAX_MIXED * 4;
const MAX_READINGS = 32;
const MIN_STRONG_INITIALS = 4;
const MIN_TOKEN = 2;

/**
 * Readings of a folded word, the likeliest first, until they have `maxPieces` together; none where it holds no Latin
 * letter: Chinese has no sound here.
 */
export function queryReadings(word: string, maxPieces: number): Reading[] {
  const runs = word.length < MIN_CHARACTERS ? null : cutRuns(word);
  if (!runs?.some((run) => run.kind === 'latin')) return [];
  let readings: CutReading[] = [{ pieces: [], tokens: [], quality: 'full', strong: true }];
  for (const run of runs) {
    const choices = readRun(run);
    readings = readings
      .flatMap((reading) => choices.map((choice) => combine(reading, choice)))
      .slice(0, MAX_READINGS);
  }
  // Nobody types separators but apostrophes into pinyin: a word that holds some is more likely a piece of a name.
  const isPlain = !holdsSeparators(word);
  const sounding = readings
    .filter(({ pieces }) => pieces.some((piece) => piece.kind !== 'character'))
    .map((reading) => ({
      ...reading,
      initialMask: initialMaskOf(
        reading.pieces.flatMap(({ kind, text }) => (kind === 'character' ? [] : text)),
      ),
      strong: isPlain && (reading.strong || isTwoSyllables(reading)),
    }));
  return likeliest(sounding, maxPieces);
}

/** Also where an apostrophe stands between them, of which each alone is weak. */
function isTwoSyllables({ pieces, tokens, quality }: CutReading): boolean {
  const syllables = pieces.filter(({ kind }) => kind === 'syllable');
  return quality === 'full' && tokens.length === 0 && syllables.length >= 2;
}

function likeliest(readings: Reading[], maxPieces: number): Reading[] {
  let left = maxPieces;
  return withoutRepeats(readings).filter(({ pieces }) => {
    left -= pieces.length;
    return left >= 0;
  });
}

/** 'niand' is nian and d both as what is still being typed and as a mixture: engines would look for it twice. */
function withoutRepeats(readings: Reading[]): Reading[] {
  const keyOf = ({ pieces, tokens }: Reading) =>
    [...pieces.map(({ kind, text }) => `${kind} ${text}`), ...tokens].join();
  const first = new Map<string, Reading>();
  for (const reading of readings) {
    const key = keyOf(reading);
    if (!first.has(key)) first.set(key, reading);
  }
  return [...first.values()];
}

/** A reading is as good as its worst part. */
const QUALITIES: ReadingQuality[] = ['vague', 'loose', 'full'];

function combine(first: CutReading, second: CutReading): CutReading {
  const qualities = [first.quality, second.quality];
  return {
    pieces: [...first.pieces, ...second.pieces],
    tokens: [...first.tokens, ...second.tokens],
    quality: QUALITIES.find((quality) => qualities.includes(quality)) ?? 'full',
    strong: first.strong && second.strong,
  };
}

function readRun(run: Run): CutReading[] {
  switch (run.kind) {
    case 'digits':
      return [{ pieces: [], tokens: [run.text], quality: 'full', strong: true }];
    case 'han':
      return [
        {
          pieces: Array.from(run.text, (text) => ({ kind: 'character', text })),
          tokens: [],
          quality: 'full',
          strong: true,
        },
      ];
    case 'latin':
      return readLetters(run.text);
  }
}

function readLetters(letters: string): CutReading[] {
  if (letters.length > MAX_LETTERS) return [];
  return [
    ...cutSyllables(letters, MAX_FULL).map((syllables) => fullReading(syllables, [])),
    ...partialReadings(letters),
    ...initialReadings(letters),
    ...mixedReadings(letters),
    ...wordAndSyllables(letters),
  ];
}

function fullReading(syllables: string[], tokens: string[]): CutReading {
  return {
    pieces: syllables.map((text) => ({ kind: 'syllable', text })),
    tokens,
    quality: 'full',
    strong: syllables.length >= 2,
  };
}

/** Whole syllables, then one still being typed: 'niand'. */
function partialReadings(letters: string): CutReading[] {
  const readings: CutReading[] = [];
  for (let length = 1; length < MAX_SYLLABLE && length < letters.length; length += 1) {
    const last = letters.slice(-length);
    if (!BEGINNINGS.has(last) || PINYIN_SYLLABLES.has(last)) continue;
    for (const syllables of cutSyllables(letters.slice(0, -length), 1)) {
      readings.push(looseReading([...syllables, last]));
    }
  }
  if (letters.length > 1 && BEGINNINGS.has(letters)) readings.push(looseReading([letters]));
  return readings.slice(0, MAX_PARTIAL);
}

/** Initials alone: 'ndbg', and 'zhgs' both as z-h-g-s and zh-g-s. */
function initialReadings(letters: string): CutReading[] {
  const strong = letters.length >= MIN_STRONG_INITIALS && !/[aeiouv]/.test(letters);
  return [letters.match(/[zcs]h|./g) ?? [], Array.from(letters)]
    .filter((pieces, index, all) => index === 0 || pieces.length !== all[0]?.length)
    .filter((pieces) => pieces.every((piece) => INITIALS.has(piece)))
    .map((pieces) => ({
      pieces: pieces.map((text) => ({ kind: 'beginning', text })),
      tokens: [],
      quality: qualityOf(pieces),
      strong,
    }));
}

/** A whole word of another language before or after syllables: 'finalbaogao', 'niandureport'. */
function wordAndSyllables(letters: string): CutReading[] {
  const readings: CutReading[] = [];
  for (let cut = MIN_TOKEN; cut <= letters.length - MIN_TOKEN; cut += 1) {
    const [head, tail] = [letters.slice(0, cut), letters.slice(cut)];
    for (const syllables of cutSyllables(tail, 1)) readings.push(fullReading(syllables, [head]));
    for (const syllables of cutSyllables(head, 1)) readings.push(fullReading(syllables, [tail]));
  }
  return readings.map((reading) => ({ ...reading, quality: 'loose', strong: false }));
}

/** Syllables and initials in any mixture: 'niandubg'. The likeliest of them. */
function mixedReadings(letters: string): CutReading[] {
  return cutMixed(letters, MAX_MIXED_CUTS)
    .filter((pieces) => pieces.some(isLong) && !pieces.every(isLong))
    .slice(0, MAX_MIXED)
    .map(looseReading);
}

function looseReading(pieces: string[]): CutReading {
  return {
    pieces: pieces.map((text) => ({ kind: isLong(text) ? 'syllable' : 'beginning', text })),
    tokens: [],
    quality: qualityOf(pieces),
    strong: false,
  };
}

function qualityOf(pieces: string[]): ReadingQuality {
  return pieces.some((piece) => /^[zcs]h$/.test(piece)) ? 'vague' : 'loose';
}

const BEGINNINGS: ReadonlySet<string> = new Set(
  [...PINYIN_SYLLABLES].flatMap((syllable) =>
    Array.from({ length: syllable.length }, (_, length) => syllable.slice(0, length + 1)),
  ),
);
