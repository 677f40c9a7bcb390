import type { estypes } from '@elastic/elasticsearch';
import { answerInSteps } from '../answer-in-steps';
import type { Step } from '../names/ranks';
import { sumFacets } from '../query-line/facets';
import type { IndexAnswer, IndexQuery } from '../search-index';
import { type Asking, askIndex, type Hit, readHit, STORED_FIELDS, totalOf } from './ask-index';
import { FACETS, readFacets, typeFilter } from './filter-clauses';
import { findLoose } from './find-loose';
import { byTextOnly, sortOf, sortValuesOf, stepQuery } from './search-body';

/** Elasticsearch's own limit of from + size; it keeps that many hits in memory for each search. */
const MAX_WINDOW = 10_000;
/** A window beyond the limit is walked to in requests of this many; only somebody who pages that far pays. */
const WALK_SIZE = 10_000;

/**
 * One request for each step that is needed (the last may take two), all within the time that one may take. A page beyond
 * the window limit takes more, each of them with that time of its own.
 */
export async function runSearch(asking: Asking, index: IndexQuery): Promise<IndexAnswer> {
  const { after, from, size } = index;
  const isDeep = from + size > MAX_WINDOW;
  const window = isDeep
    ? { size: 0 }
    : after
      ? goOnAfter(sortValuesOf(index, after.hit), size)
      : { from, size };
  const deadline = performance.now() + asking.timeoutMs;
  const inTimeLeft = () => ({ ...asking, timeoutMs: Math.max(1, deadline - performance.now()) });
  const answer = async (step: Step) => {
    const compared = step === 2 && mayBeMisspelt(index) ? await findLoose(inTimeLeft(), index) : null;
    if (compared) return compared;
    const inTextOnly = step === 2 ? null : byTextOnly(index, step);
    const aggs = { types: FACETS, ...(inTextOnly && { inTextOnly: { filter: inTextOnly } }) };
    const response = await askIndex(inTimeLeft(), index.ownerId, {
      ...searchBody(index, step),
      ...window,
      aggs,
    });
    const total = totalOf(response);
    const facets = readFacets(response.aggregations);
    const named = sumFacets(facets) - countOf(response.aggregations?.inTextOnly);
    const hits = isDeep ? await walkTo(asking, index, step, total) : response.hits.hits;
    return { total, facets, named, hits: hits.map(readHit) };
  };
  // A deep page is walked to for each step that is asked: trying step 1 first could double the walk.
  return answerInSteps(index, answer, { isSoundCheap: !isDeep });
}

/** Of an aggregation that is a filter. */
function countOf(aggregate: estypes.AggregationsAggregate | undefined): number {
  return aggregate && 'doc_count' in aggregate ? aggregate.doc_count : 0;
}

function mayBeMisspelt({ query }: IndexQuery): boolean {
  return query.words.some(({ typo }) => typo !== null);
}

/** Goes on beyond the window limit by `search_after`: slower the deeper, bounded by what matches. */
async function walkTo(asking: Asking, index: IndexQuery, step: Step, total: number): Promise<Hit[]> {
  if (index.from >= total) return [];
  let last: estypes.SortResults | undefined;
  for (let at = 0; ; ) {
    const size = Math.min(WALK_SIZE, at < index.from ? index.from - at : index.size);
    const arrived = at === index.from;
    const body = {
      ...searchBody(index, step),
      ...goOnAfter(last, size),
      _source: arrived ? STORED_FIELDS : false,
    };
    const { hits } = (await askIndex(asking, index.ownerId, body)).hits;
    if (arrived || hits.length < size) return arrived ? hits : [];
    at += hits.length;
    last = hits.at(-1)?.sort;
  }
}

/** So many hits after one that is named by what sortOf compares. */
function goOnAfter(last: estypes.SortResults | undefined, size: number): estypes.SearchRequest {
  return { size, ...(last && { search_after: last }) };
}

function searchBody(index: IndexQuery, step: Step): estypes.SearchRequest {
  const postFilter = typeFilter(index.filters);
  return {
    ...(postFilter && { post_filter: postFilter }),
    query: stepQuery(index, step),
    sort: sortOf(index),
    track_total_hits: true,
    _source: STORED_FIELDS,
  };
}
