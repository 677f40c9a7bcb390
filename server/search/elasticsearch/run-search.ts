import type { Client, estypes } from '@elastic/elasticsearch';
import { answerInSteps } from '../names/answer-in-steps';
import type { Step } from '../names/ranks';
import type { IndexAnswer, IndexHit, IndexQuery } from '../search-index';
import { facetAggregations, readFacets, typeFilter } from './filter-clauses';
import { sortOf, sortValuesOf, stepQuery } from './search-body';

/** What a hit must bring along; the rest of the entry comes from the database. */
interface StoredFields {
  name: string;
  kind: string;
  extension: string;
  revision: number;
  sizeBytes: number;
  updatedAt: string;
}

type Response = estypes.SearchResponse<StoredFields>;

/** Elasticsearch's own limit of from + size; it keeps that many hits in memory for each search. */
const MAX_WINDOW = 10_000;
/** A window beyond the limit is walked to in requests of this many; only somebody who pages that far pays. */
const WALK_SIZE = 10_000;

interface Asking {
  client: Client;
  alias: string;
  timeoutMs: number;
}

/** One request for each step that is needed, all of them within the time that one may take. */
export async function runSearch(asking: Asking, index: IndexQuery): Promise<IndexAnswer> {
  const { after, from, size } = index;
  const isDeep = from + size > MAX_WINDOW;
  const window = isDeep
    ? { size: 0 }
    : after
      ? goOnAfter(sortValuesOf(index, after.hit), size)
      : { from, size };
  const deadline = performance.now() + asking.timeoutMs;
  const answer = async (step: Step) => {
    const timeoutMs = Math.max(1, deadline - performance.now());
    const body = { ...searchBody(index, step), ...window, aggs: facetAggregations };
    const response = await ask({ ...asking, timeoutMs }, index.ownerId, body);
    const total = totalOf(response);
    const hits = isDeep ? await walkTo(asking, index, step, total) : response.hits.hits;
    return { total, facets: readFacets(response.aggregations), hits: hits.map(readHit) };
  };
  // Nobody walks that far twice.
  return answerInSteps(index, answer, { isSoundCheap: !isDeep });
}

/** Goes on beyond the window limit by `search_after`: slower the deeper, bounded by what matches. */
async function walkTo(
  asking: Asking,
  index: IndexQuery,
  step: Step,
  total: number,
): Promise<estypes.SearchHit<StoredFields>[]> {
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
    const { hits } = (await ask(asking, index.ownerId, body)).hits;
    if (arrived || hits.length < size) return arrived ? hits : [];
    at += hits.length;
    last = hits.at(-1)?.sort;
  }
}

/** So many hits after one that is named by what sortOf compares. */
function goOnAfter(last: estypes.SortResults | undefined, size: number): estypes.SearchRequest {
  return { size, ...(last && { search_after: last }) };
}

const STORED_FIELDS = ['name', 'kind', 'extension', 'revision', 'sizeBytes', 'updatedAt'];

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

function ask(
  { client, alias, timeoutMs }: Asking,
  ownerId: string,
  body: estypes.SearchRequest,
): Promise<Response> {
  return client.search<StoredFields>(
    { ...body, index: alias, routing: ownerId, allow_partial_search_results: false },
    { requestTimeout: timeoutMs, maxRetries: 0 },
  );
}

function totalOf({ hits: { total } }: Response): number {
  return typeof total === 'number' ? total : (total?.value ?? 0);
}

function readHit(hit: estypes.SearchHit<StoredFields>): IndexHit {
  if (!hit._source || !hit._id) throw new Error('Elasticsearch answered a hit without its source.');
  return {
    entryId: hit._id,
    revision: hit._source.revision,
    rank: hit._score ?? 0,
    name: hit._source.name,
    kind: hit._source.kind,
    extension: hit._source.extension,
    sizeBytes: hit._source.sizeBytes,
    updatedAt: new Date(hit._source.updatedAt),
  };
}
