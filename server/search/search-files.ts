import type { SearchHit, SearchQuery, SearchResult } from '@/contracts/search';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { toEntry } from '@/server/drive/to-entry';
import type { Log } from '@/server/log';
import { compareHits, defaultOrder } from './compare-hits';
import { showSnippets } from './content/show-snippets';
import { type HydratedEntry, hydrateHits } from './hydrate-hits';
import { showMatch } from './names/name-matcher';
import type { Step } from './names/ranks';
import { addFacets, countFacets, type Facets } from './query-line/facets';
import { matchesFilters, matchesType } from './query-line/matches-filters';
import { type ReadSearch, readSearch } from './query-line/read-search';
import { MAX_DELTA, matchDelta, type PendingEntry, type PendingHit, readDelta } from './read-delta';
import { repairEntries, type WrongDocument } from './repair-entries';
import { searchDatabase } from './search-database';
import type { IndexHit, SearchIndex } from './search-index';

export interface SearchServices {
  db: Database;
  searchIndex: SearchIndex;
  log: Log;
}

/** Asked for beyond the page, so that a few wrong hits cost no second request. */
const SPARE_HITS = 5;
const MAX_ROUNDS = 2;
const SLOW_SEARCH_MS = 500;

/** Hits in order, of which the page takes the first `size` that hold. */
interface Candidates {
  step: Step;
  hits: IndexHit[];
  total: number;
  facets: Facets;
}

/**
 * Finds a person's files and folders by name, narrowed by the filters of the query line. What the index does not show
 * yet is added from the database (the delta), and every hit shown is checked against its row: two statements and one
 * request to the engine.
 */
export async function searchFiles(
  services: SearchServices,
  actor: Actor,
  input: SearchQuery,
): Promise<SearchResult> {
  const startedAt = performance.now();
  const asked = readSearch(input, new Date());
  const answer = asked.isEmpty ? NOTHING : await findHits(services, actor, asked, input);
  const result = {
    engine: services.searchIndex.engine,
    ...answer,
    page: input.page,
    size: input.size,
    tookMs: Math.round((performance.now() - startedAt) * 10) / 10,
  };
  if (result.tookMs >= SLOW_SEARCH_MS) logSlowSearch(services.log, asked, input, result);
  return result;
}

/** The shape of a slow search, not its words: those are the person's own. */
function logSlowSearch(log: Log, { query }: ReadSearch, input: SearchQuery, result: SearchResult): void {
  const { engine, degraded, pending, total, tookMs, page, size } = result;
  const shape = { words: query.words.length, characters: query.phrase.length, sort: input.sort };
  log.warn({ tookMs, engine, degraded, pending, total, page, size, ...shape }, 'slow search');
}

type Answer = Pick<SearchResult, 'items' | 'total' | 'facets' | 'degraded' | 'pending'> &
  Partial<SearchResult>;

const NOTHING: Answer = { items: [], total: 0, facets: countFacets([]), degraded: false, pending: 0 };

async function findHits(
  services: SearchServices,
  actor: Actor,
  read: ReadSearch,
  input: SearchQuery,
): Promise<Answer> {
  const { entries: delta, folderIds } = await readDelta(services.db, actor, read);
  const asked = { ...read, filters: { ...read.filters, folderIds } };
  if (delta.length > MAX_DELTA) {
    return { ...(await findInDatabase(services, actor, asked, input)), pending: delta.length };
  }
  const wrong = new Map<string, WrongDocument>();
  for (let round = 1; ; round += 1) {
    let candidates: Candidates;
    try {
      candidates = await findCandidates(services, actor, asked, input, delta, [...wrong.keys()]);
    } catch (error) {
      services.log.warn(
        { err: error },
        'the search engine did not answer; names were matched in the database',
      );
      const found = await findInDatabase(services, actor, asked, input);
      return { ...found, degraded: true, pending: delta.length };
    }
    const page = await showPage(services.db, actor, asked, input, candidates);
    for (const document of page.wrong) wrong.set(document.entryId, document);
    const mayBeFilled = page.items.length < input.size && page.dropped > SPARE_HITS;
    if (mayBeFilled && round < MAX_ROUNDS) continue;
    await repair(services, [...wrong.values()]);
    return {
      items: page.items,
      total: candidates.total - page.dropped,
      facets: candidates.facets,
      degraded: false,
      pending: delta.length,
    };
  }
}

async function findInDatabase(
  { db }: SearchServices,
  actor: Actor,
  asked: ReadSearch,
  input: SearchQuery,
): Promise<Answer> {
  const answer = await searchDatabase(db, actor, asked, input);
  const page = await showPage(db, actor, asked, input, answer);
  return {
    items: page.items,
    total: answer.total - page.dropped,
    facets: answer.facets,
    engine: 'postgresql',
    degraded: false,
    pending: 0,
  };
}

/** One request to the engine, merged with the delta: the page's hits and a few more. */
async function findCandidates(
  { searchIndex }: SearchServices,
  actor: Actor,
  asked: ReadSearch,
  input: SearchQuery,
  delta: PendingEntry[],
  wrongIds: string[],
): Promise<Candidates> {
  const order = input.order ?? defaultOrder(input.sort);
  const { query, filters } = asked;
  const ofAnyType = matchDelta(delta, query, filters);
  const pending = ofAnyType.filter((hit) => matchesType(filters, hit));
  const from = (input.page - 1) * input.size;
  // Pending hits may stand before those of the index: at most so many of the index's are pushed to the next page.
  const windowStart = Math.max(0, from - pending.length);
  const answer = await searchIndex.search({
    ownerId: actor.accountId,
    query,
    filters,
    sort: input.sort,
    order,
    excludedIds: [...delta.map(({ entryId }) => entryId), ...wrongIds],
    pending: {
      written: ofAnyType.filter(({ step }) => step === 0).length,
      sound: ofAnyType.filter(({ step }) => step <= 1).length,
    },
    from: windowStart,
    size: from - windowStart + input.size + SPARE_HITS,
  });
  const added = pending.filter(({ step }) => step <= answer.step);
  const merged = [...answer.hits, ...added].sort(compareHits(input.sort, order));
  const start = from - windowStart;
  return {
    step: answer.step,
    hits: merged.slice(start, start + input.size + SPARE_HITS),
    total: answer.total + added.length,
    facets: addFacets(answer.facets, countFacets(countEach(ofAnyType, answer.step))),
  };
}

function countEach(hits: PendingHit[], upTo: Step) {
  return hits.filter(({ step }) => step <= upTo).map((hit) => ({ ...hit, count: 1 }));
}

interface ShownPage {
  items: SearchHit[];
  /** Hits before the page's end that do not hold. */
  dropped: number;
  wrong: WrongDocument[];
}

async function showPage(
  db: Database,
  actor: Actor,
  asked: ReadSearch,
  input: SearchQuery,
  { hits, step }: Candidates,
): Promise<ShownPage> {
  const rows = await hydrateHits(
    db,
    asked.query,
    hits.map(({ entryId }) => entryId),
  );
  const shown: ShownPage = { items: [], dropped: 0, wrong: [] };
  for (const hit of hits) {
    if (shown.items.length === input.size) break;
    const row = rows.get(hit.entryId);
    const item = row && showHit(actor, asked, step, row);
    if (item) shown.items.push(item);
    else shown.dropped += 1;
    if (!isPending(row) && (!item || Number(row?.revision) !== hit.revision)) {
      shown.wrong.push({ entryId: hit.entryId, ownerId: actor.accountId, revision: hit.revision });
    }
  }
  return shown;
}

/** The hit as the row has it now; null where it is not to be found, or not under its present name. */
function showHit(
  actor: Actor,
  { query, filters }: ReadSearch,
  step: Step,
  row: HydratedEntry,
): SearchHit | null {
  if (row.ownerId !== actor.accountId || row.parentId === null || row.trashedAt || row.purgedAt) return null;
  const filtered = { ...row, starred: row.starredAt !== null, ancestorIds: row.path.map(({ id }) => id) };
  if (!matchesFilters(filters, filtered) || !matchesType(filters, row)) return null;
  const match = showMatch(query, row.name, step, row.inText);
  if (!match) return null;
  const snippets = match.matchedBy.includes('content') && row.text ? showSnippets(query, row.text) : [];
  return {
    ...toEntry(row, actor.rootId, row.path),
    highlight: { name: match.segments, ...(snippets.length > 0 && { content: snippets }) },
    matchedBy: match.matchedBy,
  };
}

/** Changed since the index was asked: the index is late and not wrong. */
function isPending(row: HydratedEntry | undefined): boolean {
  return row !== undefined && row.revision > row.indexedRevision;
}

async function repair({ db, log }: SearchServices, wrong: WrongDocument[]): Promise<void> {
  if (wrong.length === 0) return;
  log.warn(
    { entryIds: wrong.map(({ entryId }) => entryId) },
    'the search index was wrong; having it repaired',
  );
  try {
    await repairEntries(db, wrong);
  } catch (error) {
    // The answer is right without it, and the next search or the reconciler tries again.
    log.error({ err: error }, 'could not have the search index repaired');
  }
}
