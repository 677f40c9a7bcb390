// The one scale of relevance. A name's rank is the sum of its words' tiers, plus a bonus where the whole query
// stands in it; engines compute the same sum, so that hits from anywhere sort together.

/** How one word of the query stands in a name. */
export const TIER = {
  /** A whole word or part of one, or any span of Chinese. */
  token: 20,
  /** The beginning of a word or part. */
  tokenStart: 19,
  substring: 18,
  /** Found once separators are left out: 'annualreport' in 'Annual-Report'. */
  squashed: 16,
  /** By sound: the whole name, its beginning, or inside. */
  soundWhole: 15,
  soundStart: 14,
  soundInside: 13,
  /** With a character read otherwise than in this name. */
  otherSoundWhole: 12,
  otherSoundStart: 11,
  otherSoundInside: 10,
  looseSoundWhole: 8,
  looseSoundStart: 7,
  looseSoundInside: 6,
  oneTypo: 3,
  twoTypos: 2,
  /** Not in the name, but in the text of the file. */
  content: 1,
} as const;

/** How the whole query stands in a name; larger than any sum of tiers. */
export const PHRASE_BONUS = { exact: 3_000, start: 2_000, inside: 1_000 } as const;

/**
 * Matching goes in steps, so that totals count what was meant: 0 the words as written; 1 also strong pinyin, when
 * step 0 found few; 2 also separators left out, any pinyin and typing errors, when there is nothing so far.
 */
export type Step = 0 | 1 | 2;

/** Step 1 is offered below this many hits: a first page that is not full. */
const FEW_HITS = 10;

/** Hits up to each step. `sound` counts what `written` counts too. */
export interface StepTotals {
  written: number;
  sound: number;
}

/** The steps that may answer a query. */
export function stepsOf({ words, hasStrongSound }: { words: unknown[]; hasStrongSound: boolean }): Step[] {
  if (words.length === 0) return [0];
  return hasStrongSound ? [0, 1, 2] : [0, 2];
}

/** Which step answers, from the exact totals of all sources together, whatever their types. */
export function chooseStep(
  totals: StepTotals,
  { words, hasStrongSound }: { words: unknown[]; hasStrongSound: boolean },
): Step {
  if (words.length === 0) return 0;
  if (totals.written >= FEW_HITS) return 0;
  if (hasStrongSound) return totals.sound > 0 ? 1 : 2;
  return totals.written > 0 ? 0 : 2;
}
