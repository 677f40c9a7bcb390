import { answerWith } from './compare-hits';
import { chooseStep, FEW_HITS, passesSound, type Step } from './names/ranks';
import type { IndexAnswer, IndexQuery, MatchedHit } from './search-index';

/** What steps cost an engine. */
export interface StepCosts {
  /** Step 1 hardly more than step 0, so that it may be asked for first. */
  isSoundCheap: boolean;
}

/** What one step finds. */
export interface StepAnswer extends Omit<IndexAnswer, 'step'> {
  /** Hits, of whatever type, that their names alone make hits: what the choice of the step goes by. */
  named: number;
}

/** The answer of a step whose matches are all at hand, of whatever type. */
export function answerOfStep(matches: MatchedHit[], asked: Parameters<typeof answerWith>[1]): StepAnswer {
  const named = matches.filter(({ namedStep }) => namedStep !== null).length;
  return { ...answerWith(matches, asked), named };
}

/**
 * Answers by the first step that suffices. A looser one is asked for only when it is needed: most searches need none,
 * and the loosest costs several times the first. After a hit only the step that found it is asked for.
 */
export async function answerInSteps(
  { query, pending, after }: Pick<IndexQuery, 'query' | 'pending' | 'after'>,
  ask: (step: Step) => Promise<StepAnswer>,
  { isSoundCheap }: StepCosts,
): Promise<IndexAnswer> {
  if (after) return withStep(after.step, await ask(after.step));

  // What looks like pinyin is seldom written so in names, and step 1 finds what step 0 does: too few there, fewer here.
  const early = query.hasStrongSound && !query.mayBeInitials && isSoundCheap ? await ask(1) : null;
  const isWrittenNeeded = early === null || early.named + pending.sound >= FEW_HITS;
  const written = isWrittenNeeded ? await ask(0) : null;
  const totals = { written: written ? written.named + pending.written : 0, sound: 0 };
  if (written && chooseStep(totals, query) === 0) return withStep(0, written);

  if (query.hasStrongSound && !passesSound(totals, query)) {
    const sound = early ?? (await ask(1));
    const withSound = { ...totals, sound: sound.named + pending.sound };
    if (chooseStep(withSound, query) === 1) return withStep(1, sound);
  }
  return withStep(2, await ask(2));
}

function withStep(step: Step, { hits, total, facets }: StepAnswer): IndexAnswer {
  return { step, hits, total, facets };
}
