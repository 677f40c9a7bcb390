import { chooseStep, FEW_HITS, passesSound, type Step } from './names/ranks';
import { sumFacets } from './query-line/facets';
import type { IndexAnswer, IndexQuery } from './search-index';

/** What steps cost an engine. */
export interface StepCosts {
  /** Step 1 hardly more than step 0, so that it may be asked for first. */
  isSoundCheap: boolean;
}

/**
 * Answers by the first step that suffices. A looser one is asked for only when it is needed: most searches need none,
 * and the loosest costs several times the first. After a hit only the step that found it is asked for.
 */
export async function answerInSteps(
  { query, pending, after }: Pick<IndexQuery, 'query' | 'pending' | 'after'>,
  ask: (step: Step) => Promise<Omit<IndexAnswer, 'step'>>,
  { isSoundCheap }: StepCosts,
): Promise<IndexAnswer> {
  const answer = async (step: Step) => ({ step, ...(await ask(step)) });
  if (after) return answer(after.step);

  // What looks like pinyin is seldom written so in names, and step 1 finds what step 0 does: too few there, fewer here.
  const early = query.hasStrongSound && !query.mayBeInitials && isSoundCheap ? await answer(1) : null;
  const isWrittenNeeded = early === null || heard(early) >= FEW_HITS;
  const written = isWrittenNeeded ? await answer(0) : null;
  const totals = { written: written ? sumFacets(written.facets) + pending.written : 0, sound: 0 };
  if (written && chooseStep(totals, query) === 0) return written;

  if (query.hasStrongSound && !passesSound(totals, query)) {
    const sound = early ?? (await answer(1));
    if (chooseStep({ ...totals, sound: heard(sound) }, query) === 1) return sound;
  }
  return answer(2);

  function heard({ facets }: IndexAnswer): number {
    return sumFacets(facets) + pending.sound;
  }
}
