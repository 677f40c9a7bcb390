import type { Client, estypes } from '@elastic/elasticsearch';
import { chooseStep, type Step, stepsOf } from '../names/ranks';
import { sumFacets } from '../query-line/facets';
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

type Response = estypes.MsearchMultiSearchItem<StoredFields>;

/** Elasticsearch's own limit of from + size; it keeps that many hits in memory for each search. */
const MAX_WINDOW = 10_000;
/** A window beyond the limit is walked to in requests of this many; only somebody who pages that far pays. */
const WALK_SIZE = 10_000;

interface Asking {
  client: Client;
  alias: string;
  timeoutMs: number;
}

/**
 * All steps in ONE request (a multi-search), then the answer of the first that suffices; after a hit only the step that
 * found it, at the same cost however deep.
 */
export async function runSearch(asking: Asking, index: IndexQuery): Promise<IndexAnswer> {
  const { after, from, size } = index;
  const isDeep = from + size > MAX_WINDOW;
  const window = isDeep
    ? { size: 0 }
    : after
      ? goOnAfter(sortValuesOf(index, after.hit), size)
      : { from, size };
  const steps = after ? [after.step] : stepsOf(index.query);
  const responses = await multiSearch(
    asking,
    index.ownerId,
    steps.map((step) => ({ ...searchBody(index, step), ...window, aggs: facetAggregations })),
  );
  const answers = new Map(steps.map((step, position) => [step, responses[position]]));
  const facetsOf = (step: Step) => readFacets(answers.get(step)?.aggregations);
  const totals = {
    written: sumFacets(facetsOf(0)) + index.pending.written,
    sound: sumFacets(facetsOf(1)) + index.pending.sound,
  };
  const step = after?.step ?? chooseStep(totals, index.query);
  const total = totalOf(answers.get(step));
  const hits = isDeep ? await walkTo(asking, index, step, total) : hitsOf(answers.get(step));
  return { step, total, facets: facetsOf(step), hits: hits.map((hit) => readHit(hit)) };
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
    const [response] = await multiSearch(asking, index.ownerId, [body]);
    const hits = hitsOf(response);
    if (arrived || hits.length < size) return arrived ? hits : [];
    at += hits.length;
    last = hits.at(-1)?.sort;
  }
}

/** So many hits after one that is named by what sortOf compares. */
function goOnAfter(last: estypes.SortResults | undefined, size: number): estypes.MsearchMultisearchBody {
  return { size, ...(last && { search_after: last }) };
}

const STORED_FIELDS = ['name', 'kind', 'extension', 'revision', 'sizeBytes', 'updatedAt'];

function searchBody(index: IndexQuery, step: Step): estypes.MsearchMultisearchBody {
  const postFilter = typeFilter(index.filters);
  return {
    ...(postFilter && { post_filter: postFilter }),
    query: stepQuery(index, step),
    sort: sortOf(index),
    track_total_hits: true,
    _source: STORED_FIELDS,
  };
}

async function multiSearch(
  { client, alias, timeoutMs }: Asking,
  ownerId: string,
  bodies: estypes.MsearchMultisearchBody[],
): Promise<Response[]> {
  const header: estypes.MsearchMultisearchHeader = {
    index: alias,
    routing: ownerId,
    allow_partial_search_results: false,
  };
  const { responses } = await client.msearch<StoredFields>(
    { searches: bodies.flatMap((body) => [header, body]), max_concurrent_searches: bodies.length },
    { requestTimeout: timeoutMs, maxRetries: 0 },
  );
  return responses.map((response) => {
    if ('error' in response) {
      throw new Error(`Elasticsearch refused a search: ${JSON.stringify(response.error)}`);
    }
    return response;
  });
}

function totalOf(response: Response | undefined): number {
  const total = response?.hits.total;
  return typeof total === 'number' ? total : (total?.value ?? 0);
}

function hitsOf(response: Response | undefined): estypes.SearchHit<StoredFields>[] {
  return response?.hits.hits ?? [];
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
