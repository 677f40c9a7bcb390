import { sumFacets } from '../query-line/facets';
import type { IndexAnswer, IndexQuery } from '../search-index';
import { chooseStep, type Step } from './ranks';

/**
 * Answers by the first step that suffices. A looser one is asked for only when it is needed: most searches need none,
 * and the loosest costs several times the first. After a hit only the step that found it is asked for.
 */
export async function answerInSteps(
  { query, pending, after }: Pick<IndexQuery, 'query' | 'pending' | 'after'>,
  ask: (step: Step) => Promise<Omit<IndexAnswer, 'step'>>,
): Promise<IndexAnswer> {
  if (after) return { step: after.step, ...(await ask(after.step)) };
  const written = await ask(0);
  const totals = { written: sumFacets(written.facets) + pending.written, sound: 0 };
  if (chooseStep(totals, query) === 0) return { step: 0, ...written };
  if (query.hasStrongSound) {
    const sound = await ask(1);
    totals.sound = sumFacets(sound.facets) + pending.sound;
    if (chooseStep(totals, query) === 1) return { step: 1, ...sound };
  }
  return { step: 2, ...(await ask(2)) };
}
