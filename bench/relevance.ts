import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { openDatabase } from '@/server/database/client';
import { createElasticsearchIndex } from '@/server/search/elasticsearch-index';
import { createPostgresIndex } from '@/server/search/postgres-index';
import type { SearchIndex } from '@/server/search/search-index';
import { buildDocument, put } from '@/tests/build-document';
import { generateNames } from '@/tests/relevance/generate-names';
import { EXACT_KINDS, generateQueries, SOUND_KINDS } from '@/tests/relevance/generate-queries';
import { measureRelevance } from '@/tests/relevance/measure-relevance';
import { createTestDatabase } from '@/tests/test-database';
import { openTestElasticsearch } from '@/tests/test-elasticsearch';
import { report } from './report';

const NAMES = 6_000;
/** With 60, which queries were chosen moved the mean reciprocal rank of what is asked for by sound by 0.03. */
const QUERIES_PER_KIND = 300;
const NAMES_PER_WRITE = 1_000;

/**
 * Recall, precision, totals and ranks of both engines for every kind of query: over generated names, or those of the
 * file BENCH_NAMES, one in each line.
 */
export async function benchRelevance(): Promise<void> {
  const names = await readNames(process.env.BENCH_NAMES);
  const queries = generateQueries(names, QUERIES_PER_KIND, 12);
  const elasticsearch = openTestElasticsearch();
  const database = await createTestDatabase();
  const db = openDatabase(database.url);
  const indices: SearchIndex[] = [
    createElasticsearchIndex({ url: elasticsearch.url, alias: elasticsearch.alias }),
    createPostgresIndex({ db }),
  ];
  try {
    for (const index of indices) {
      await index.prepare();
      const owner = randomUUID();
      for (let start = 0; start < names.length; start += NAMES_PER_WRITE) {
        const part = names.slice(start, start + NAMES_PER_WRITE);
        await index.write(part.map((name) => put(buildDocument(owner, name))));
      }
      await index.makeVisible();
      const measured = await measureRelevance(index, owner, names, queries);
      for (const [kind, relevance] of measured) {
        const conditions = `${index.engine}, ${names.length} names, ${relevance.queries} queries`;
        const metrics = EXACT_KINDS.includes(kind)
          ? (['recall', 'precision', 'totals'] as const)
          : SOUND_KINDS.includes(kind)
            ? (['found', 'reciprocalRank', 'reciprocalRankOfSound'] as const)
            : (['found', 'reciprocalRank'] as const);
        for (const metric of metrics) {
          report({
            bench: 'relevance',
            metric: `${kind}, ${NAME_OF[metric]}`,
            unit: 'of 1',
            value: relevance[metric],
            conditions,
          });
        }
      }
      await index.close();
    }
  } finally {
    await db.$disconnect();
    await database.drop();
    await elasticsearch.drop();
  }
}

async function readNames(file: string | undefined): Promise<string[]> {
  if (!file) return generateNames(NAMES, 11);
  const lines = (await readFile(file, 'utf8')).split(/\r?\n/).filter((line) => line.trim() !== '');
  return [...new Set(lines.map((line) => line.normalize('NFC')))];
}

const NAME_OF = {
  recall: 'recall@10',
  precision: 'precision@10',
  totals: 'right totals',
  found: 'in the top 10',
  reciprocalRank: 'mean reciprocal rank',
  reciprocalRankOfSound: 'mean reciprocal rank, homophones counted as right',
};
