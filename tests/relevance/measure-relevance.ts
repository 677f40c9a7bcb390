import type { SearchIndex } from '@/server/search/search-index';
import { buildIndexQuery } from '../build-document';
import type { RelevanceQuery } from './generate-queries';

/** Means over the queries of one kind, each from 0 to 1. */
export interface Relevance {
  queries: number;
  /** Of the first ten that fit (as many as there are), how many are shown among the first ten. */
  recall: number;
  /** Of the first ten shown, how many fit. */
  precision: number;
  /** Queries whose total is the number of names that fit. */
  totals: number;
  /** Queries with a fitting name among the first ten. */
  found: number;
  /** One over the place of the first that fits. */
  reciprocalRank: number;
  /** The same where every name that sounds as it was typed is right too: what rules of sound can be asked for. */
  reciprocalRankOfSound: number;
  /** What was not found, for whoever looks into it. */
  missed: string[];
}

const SHOWN = 10;

/** Asks an index that holds exactly these names, all of one owner. */
export async function measureRelevance(
  index: SearchIndex,
  ownerId: string,
  names: string[],
  queries: RelevanceQuery[],
): Promise<Map<string, Relevance>> {
  const sums = new Map<string, Relevance>();
  for (const { kind, text, fits, sounds } of queries) {
    const answer = await index.search(buildIndexQuery(ownerId, text, { size: SHOWN }));
    const fitting = names.filter(fits).length;
    const shown = answer.hits.map(({ name }) => fits(name));
    const right = shown.filter(Boolean).length;
    const first = shown.indexOf(true);
    const firstOfSound = answer.hits.findIndex(({ name }) => fits(name) || sounds?.(name));
    const sum = sums.get(kind) ?? EMPTY;
    sums.set(kind, {
      queries: sum.queries + 1,
      recall: sum.recall + right / Math.min(SHOWN, fitting),
      precision: sum.precision + (shown.length === 0 ? 0 : right / shown.length),
      totals: sum.totals + (answer.total === fitting ? 1 : 0),
      found: sum.found + (first >= 0 ? 1 : 0),
      reciprocalRank: sum.reciprocalRank + reciprocal(first),
      reciprocalRankOfSound: sum.reciprocalRankOfSound + reciprocal(firstOfSound),
      missed: first >= 0 ? sum.missed : [...sum.missed, text],
    });
  }
  return new Map([...sums].map(([kind, sum]) => [kind, meanOf(sum)]));
}

/** Of a place counted from 0; -1 is none. */
function reciprocal(place: number): number {
  return place >= 0 ? 1 / (place + 1) : 0;
}

const EMPTY: Relevance = {
  queries: 0,
  recall: 0,
  precision: 0,
  totals: 0,
  found: 0,
  reciprocalRank: 0,
  reciprocalRankOfSound: 0,
  missed: [],
};

function meanOf(sum: Relevance): Relevance {
  const { queries, missed } = sum;
  return {
    queries,
    recall: sum.recall / queries,
    precision: sum.precision / queries,
    totals: sum.totals / queries,
    found: sum.found / queries,
    reciprocalRank: sum.reciprocalRank / queries,
    reciprocalRankOfSound: sum.reciprocalRankOfSound / queries,
    missed,
  };
}
