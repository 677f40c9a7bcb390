// The one scale of relevance. A name's rank is the sum of its words' tiers, plus a bonus where the whole query
// stands in it; engines compute the same sum, so that hits from anywhere sort together.

import type { QueryWord } from './parse-query';
import type { Reading, ReadingQuality } from './sounds/query-readings';

/** How one word of the query stands in a name. */
export const TIER = {
  /** A whole word or part of one, or any span of Chinese. */
  token: 36,
  /** The beginning of a word or part. */
  tokenStart: 35,
  substring: 34,
  /** Found once separators are left out: 'annualreport' in 'Annual-Report'. */
  squashed: 32,
  /** Not in the name, but in the text of the file: below what is heard in names, above what they may be misspelt. */
  content: 5,
  oneTypo: 4,
  /** Once separators are left out, but from the middle of a part on, mostly by chance: 'imae' in '2minima-edited'. */
  squashedInside: 3,
  /** The first letter is not the one of the word meant, which hardly anybody mistypes: 'foter' is footer before voter. */
  oneTypoAtStart: 3,
  twoTypos: 2,
  twoTyposAtStart: 1,
} as const;

/**
 * Where a reading is heard among the Chinese characters of a name. A run is an unbroken stretch of them; one that is
 * typed whole is to sounds what a whole word is to letters.
 */
export type SoundPosition =
  /** All of them, in one run. */
  | 'whole'
  /** All of them, over whatever stands between: 'niandubaogao' in '年度-报告.pdf'. */
  | 'wholeBroken'
  /** The first ones; also each of these: within one run. */
  | 'start'
  /** A whole run. */
  | 'run'
  | 'runStart'
  | 'inside'
  /** Over something else: 'niandu' in '年 (1) 度'. */
  | 'broken'
  /** With a character read otherwise than in this name. */
  | 'other';

/** What a word is worth that is found by its sound. */
export const SOUND_TIER: Record<ReadingQuality, Record<SoundPosition, number>> = {
  full: tiersFrom(30),
  loose: tiersFrom(21),
  vague: tiersFrom(13),
};

function tiersFrom(whole: number): Record<SoundPosition, number> {
  return {
    whole,
    wholeBroken: whole - 1,
    start: whole - 2,
    run: whole - 3,
    runStart: whole - 4,
    inside: whole - 5,
    broken: whole - 6,
    other: whole - 7,
  };
}

/**
 * On top of its tier, for Chinese in the very characters that were typed, and not only in traditional ones for
 * simplified ones or the other way round. Larger than the bonus and the sum of tiers of any query.
 */
export const AS_TYPED = 4_000;

/**
 * How the whole query stands in a name; larger than any sum of tiers. A name begins with a number only where it ends
 * there: '22' is the beginning of '22-plan', and no more of '220.json' than of any other name that holds its digits.
 */
export const PHRASE_BONUS = { exact: 3_000, start: 2_000, inside: 1_000 } as const;

/**
 * Matching goes in steps, so that totals count what was meant: 0 the words as written; 1 also strong pinyin, when
 * step 0 found few names; 2 also separators left out, any pinyin and typing errors, when there is no name so far. Initials
 * that may be a misspelt word do not hide what that word may mean: by chance some Chinese name has nearly any four.
 */
export type Step = 0 | 1 | 2;

/**
 * Below this many hits as written, strong pinyin is looked for as well: more of them would bury the few that were meant by
 * their letters, and who has ten has enough to look through.
 */
export const FEW_HITS = 10;

/**
 * Hits up to each step, by their names alone: a text that holds a word as it was typed must not hide the names that are
 * meant by its sound ('bg' in a style sheet and 报告). `sound` counts what `written` counts too.
 */
export interface StepTotals {
  written: number;
  sound: number;
}

/** What of a query its steps go by. */
export interface SteppedQuery {
  words: unknown[];
  hasStrongSound: boolean;
  mayBeInitials: boolean;
}

/** The steps that may answer a query. */
export function stepsOf({ words, hasStrongSound }: SteppedQuery): Step[] {
  if (words.length === 0) return [0];
  return hasStrongSound ? [0, 1, 2] : [0, 2];
}

/** In which ways a step looks for a word. */
export interface WordWays extends Pick<QueryWord, 'squashed' | 'typo'> {
  /** As it stands in names. In text it is looked for at every step. */
  asWritten: boolean;
  readings: Reading[];
}

/** The ways that are left for a word at a step: one that answered before is not asked for again. */
export function waysOf({ words, mayBeInitials }: SteppedQuery, word: QueryWord, step: Step): WordWays {
  const { squashed, typo } = word;
  if (step === 0) return { asWritten: true, readings: [], squashed: null, typo: null };
  if (step === 1) {
    return {
      asWritten: true,
      readings: word.readings.filter(({ strong }) => strong),
      squashed: null,
      typo: null,
    };
  }
  if (words.length > 1) return { asWritten: true, readings: word.readings, squashed, typo };
  // Step 2 answers only when no name matched so far: then a query's only word matches in no earlier way.
  const readings = word.readings.filter(({ strong }) => mayBeInitials || !strong);
  return { asWritten: false, readings, squashed, typo };
}

/** Whether step 1 cannot answer, however many hits it has: what may be misspelt stands in no name as it was typed. */
export function passesSound({ written }: Pick<StepTotals, 'written'>, query: SteppedQuery): boolean {
  return query.mayBeInitials && written === 0;
}

/** Which step answers, from the exact totals of all sources together, whatever their types. */
export function chooseStep(totals: StepTotals, query: SteppedQuery): Step {
  const { words, hasStrongSound } = query;
  if (words.length === 0) return 0;
  if (totals.written >= FEW_HITS) return 0;
  if (passesSound(totals, query)) return 2;
  if (hasStrongSound) return totals.sound > 0 ? 1 : 2;
  return totals.written > 0 ? 0 : 2;
}
