import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDocument, put } from '@/tests/build-document';
import { generateNames } from '@/tests/relevance/generate-names';
import { EXACT_KINDS, generateQueries, SOUND_KINDS } from '@/tests/relevance/generate-queries';
import { measureRelevance, type Relevance } from '@/tests/relevance/measure-relevance';
import { openSearchTrial, type SearchTrial } from '@/tests/search-trial';

// A small part of `npm run bench -- relevance`.

const names = generateNames(1_500, 1);
const queries = generateQueries(names, 60, 2);

describe.each(['elasticsearch', 'postgresql'] as const)('relevance with %s', (engine) => {
  let trial: SearchTrial;
  let measured: Map<string, Relevance>;

  beforeAll(async () => {
    trial = await openSearchTrial();
    const index = await trial.openIndex(engine);
    const owner = randomUUID();
    await index.write(names.map((name) => put(buildDocument(owner, name))));
    await index.makeVisible();
    measured = await measureRelevance(index, owner, names, queries);
  });
  afterAll(() => trial.drop());

  test.each(EXACT_KINDS)('%s: all that fits is found, nothing else, and counted', (kind) => {
    expect(measured.get(kind)).toMatchObject({ recall: 1, precision: 1, totals: 1 });
  });

  test.each([...new Set(queries.map(({ kind }) => kind))])(
    '%s: what was meant is among the first ten',
    (kind) => {
      expect(measured.get(kind)).toMatchObject({ queries: 60, missed: [], found: 1 });
    },
  );

  test('what was meant by pinyin comes first', () => {
    const ranks = SOUND_KINDS.map((kind) => measured.get(kind)?.reciprocalRank ?? 0);
    // Not of each kind: some stretches of a name sound like another one, and either is right.
    expect(ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length).toBeGreaterThanOrEqual(0.95);
  });

  test.each(SOUND_KINDS)('%s: what comes first sounds as it was typed', (kind) => {
    expect(measured.get(kind)?.reciprocalRankOfSound).toBe(1);
  });
});
