import { MOST_PENDING, type SearchQuery, type SearchResult } from '@/contracts/search';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import type { Log } from '@/server/log';
import { compareHits, cutHits } from './compare-hits';
import type { DriveOwner } from './drive-owner';
import { repairEntries, type WrongDocument } from './indexing/repair-entries';
import type { Step } from './names/ranks';
import { addFacets, countFacets, subtractFacets } from './query-line/facets';
import { matchesType } from './query-line/matches-filters';
import { type ParsedSearch, parseSearch } from './query-line/parse-search';
import { matchDelta, type PendingEntry, readDelta } from './read-delta';
import { searchDatabase } from './search-database';
import type { SearchIndex } from './search-index';
import { cursorAfter, readPage, type SearchPage } from './search-page';
import { type Candidates, type ShownPage, showPage } from './show-page';
import { correctLine } from './spelling/correct-line';

export interface SearchServices {
  db: Database;
  searchIndex: SearchIndex;
  log: Log;
}

/** Asked for beyond the page, so that a few wrong hits cost no second request. */
const SPARE_HITS = 5;
const MAX_ROUNDS = 2;
/** Under a stream of changes the last answer is given as it is. */
const MAX_ATTEMPTS = 3;
const SLOW_SEARCH_MS = 500;

/**
 * Finds a person's files and folders by name, narrowed by the filters of the query line. What the index does not show
 * yet is added from the database (the delta), and every hit shown is checked against its row: two statements, or one
 * where nothing is pending, another where texts are read, and a request to the engine for each step that is needed.
 */
export async function searchFiles(
  services: SearchServices,
  actor: Actor,
  input: SearchQuery,
): Promise<SearchResult> {
  const result = await findFiles(services, actor, parseSearch(input, new Date()), input);
  return { ...result, suggestion: await correctInstead(services, actor, input, result) };
}

/** What may have been meant by a search that finds nothing, once the index shows everything. */
async function correctInstead(
  services: SearchServices,
  actor: Actor,
  input: SearchQuery,
  { total, pending, degraded }: FoundFiles,
): Promise<string | null> {
  if (total > 0 || pending > 0 || degraded || input.cursor !== undefined) return null;
  return correctLine(services.db, actor, input.q, async (q) => {
    const other = { ...input, q, page: 1, size: 1 };
    return (await findFiles(services, actor, parseSearch(other, new Date()), other)).total > 0;
  });
}

type FoundFiles = Omit<SearchResult, 'suggestion'>;

/** Answers an already parsed search of the drive of `owner`, who need not be the one who asks: visitors search what was shared. */
export async function findFiles(
  services: SearchServices,
  owner: DriveOwner,
  search: ParsedSearch,
  input: SearchQuery,
): Promise<FoundFiles> {
  const startedAt = performance.now();
  const page = readPage(input, owner.accountId, search);
  const answer = search.isEmpty ? NOTHING : await findHits(services, owner, search, page);
  const result = {
    engine: services.searchIndex.engine,
    ...answer,
    page: page.number,
    size: page.size,
    tookMs: Math.round((performance.now() - startedAt) * 10) / 10,
  };
  if (result.tookMs >= SLOW_SEARCH_MS) logSlowSearch(services.log, search, input, result);
  return result;
}

/** The shape of a slow search, not its words: those are the person's own. */
function logSlowSearch(log: Log, { query }: ParsedSearch, input: SearchQuery, result: FoundFiles): void {
  const { engine, degraded, pending, total, tookMs, page, size } = result;
  const shape = { words: query.words.length, characters: query.phrase.length, sort: input.sort };
  log.warn({ tookMs, engine, degraded, pending, total, page, size, ...shape }, 'slow search');
}

type Answer = Pick<SearchResult, 'items' | 'total' | 'facets' | 'nextCursor' | 'degraded' | 'pending'> &
  Partial<SearchResult>;

const NOTHING: Answer = {
  items: [],
  total: 0,
  facets: countFacets([]),
  nextCursor: null,
  degraded: false,
  pending: 0,
};

/** Starts over where files changed while they were searched for: of a folder that was trashed no part is counted. */
async function findHits(
  services: SearchServices,
  owner: DriveOwner,
  search: ParsedSearch,
  page: SearchPage,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const asOfNow = attempt === 1 ? owner : { ...owner, indexedAt: null };
    const { isOvertaken, ...answer } = await findOnce(services, asOfNow, search, page);
    if (!isOvertaken || attempt === MAX_ATTEMPTS) return answer;
  }
}

async function findOnce(
  services: SearchServices,
  owner: DriveOwner,
  search: ParsedSearch,
  page: SearchPage,
): Promise<Answer & { isOvertaken: boolean }> {
  const { entries: delta, folderIds, readAt } = await readDelta(services.db, owner, search);
  const placed = { ...search, filters: { ...search.filters, folderIds } };
  if (delta.length > MOST_PENDING) {
    return { ...(await findInDatabase(services, owner, placed, page, readAt)), pending: delta.length };
  }
  const wrong = new Map<string, WrongDocument>();
  const ghosts: string[] = [];
  for (let round = 1; ; round += 1) {
    let candidates: Candidates;
    try {
      candidates = await findCandidates(services, owner, placed, page, delta, ghosts);
    } catch (error) {
      services.log.warn(
        { err: error },
        'the search engine did not answer; names were matched in the database',
      );
      const found = await findInDatabase(services, owner, placed, page, readAt);
      return { ...found, degraded: true, pending: delta.length };
    }
    const shown = await showPage(services.db, owner, placed, page, candidates);
    for (const document of shown.wrong) wrong.set(document.entryId, document);
    ghosts.push(...shown.ghosts);
    const mayBeFilled = shown.items.length < page.size && shown.dropped.length > SPARE_HITS;
    if (mayBeFilled && round < MAX_ROUNDS) continue;
    await repair(services, [...wrong.values()]);
    return { ...answerOf(page, candidates, shown, readAt), pending: delta.length };
  }
}

function answerOf(page: SearchPage, { step, total, facets }: Candidates, shown: ShownPage, readAt: Date) {
  const { items, dropped, last, hasMore, isOvertaken } = shown;
  return {
    items,
    total: total - dropped.length,
    facets: subtractFacets(facets, countFacets(dropped)),
    nextCursor: last && hasMore ? cursorAfter(page, { step, hit: last, readAt }) : null,
    degraded: false,
    isOvertaken,
  };
}

async function findInDatabase(
  { db }: SearchServices,
  owner: DriveOwner,
  search: ParsedSearch,
  page: SearchPage,
  readAt: Date,
): Promise<Omit<Answer, 'pending'> & { isOvertaken: boolean }> {
  const size = page.size + SPARE_HITS;
  const answer = await searchDatabase(db, owner, search, { ...page, size });
  const candidates = { ...answer, isComplete: answer.hits.length < size };
  const shown = await showPage(db, owner, search, page, candidates);
  return { ...answerOf(page, candidates, shown, readAt), engine: 'postgresql' };
}

/** The engine's answer, merged with the delta: the page's hits and a few more. */
async function findCandidates(
  { searchIndex }: SearchServices,
  owner: DriveOwner,
  search: ParsedSearch,
  page: SearchPage,
  delta: PendingEntry[],
  ghosts: string[],
): Promise<Candidates> {
  const { sort, order, after, from } = page;
  const { query, filters } = search;
  const mayAnswer = matchDelta(delta, query, filters, 2);
  const named = (upTo: Step) => mayAnswer.filter(({ namedStep }) => namedStep !== null && namedStep <= upTo);
  // Pending hits may stand before those of the index: at most so many of the index's are pushed to the next page.
  const windowStart = Math.max(0, from - mayAnswer.length);
  const windowSize = from - windowStart + page.size + SPARE_HITS;
  const answer = await searchIndex.search({
    ownerId: owner.accountId,
    query,
    filters,
    sort,
    order,
    excludedIds: [...delta.map(({ entryId }) => entryId), ...ghosts],
    pending: { written: named(0).length, sound: named(1).length },
    after,
    from: windowStart,
    size: windowSize,
  });
  const ofAnyType = matchDelta(delta, query, filters, answer.step);
  const added = ofAnyType.filter((hit) => matchesType(filters, hit));
  const following = cutHits(added, { sort, order, after, from: 0, size: added.length });
  const merged = [...answer.hits, ...following].sort(compareHits(sort, order));
  return {
    step: answer.step,
    hits: merged.slice(from - windowStart, windowSize),
    isComplete: answer.hits.length < windowSize && merged.length <= windowSize,
    total: answer.total + added.length,
    facets: addFacets(answer.facets, countFacets(ofAnyType)),
  };
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
