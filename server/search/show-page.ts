import type { SearchHit } from '@/contracts/search';
import type { Database } from '@/server/database/client';
import { toEntry } from '@/server/drive/to-entry';
import { type FoundText, readTexts } from './content/read-texts';
import { showSnippets } from './content/show-snippets';
import type { DriveOwner } from './drive-owner';
import { type HydratedEntry, hydrateHits } from './hydrate-hits';
import type { WrongDocument } from './indexing/repair-entries';
import { holdsAllWords, showMatch } from './names/name-matcher';
import type { ParsedQuery } from './names/parse-query';
import type { Step } from './names/ranks';
import type { Facets } from './query-line/facets';
import { matchesFilters, matchesType } from './query-line/matches-filters';
import type { ParsedSearch } from './query-line/parse-search';
import type { IndexHit } from './search-index';
import type { SearchPage } from './search-page';

/** Hits in order, of which the page takes the first `size` that hold. */
export interface Candidates {
  step: Step;
  hits: IndexHit[];
  /** No more hits follow these. */
  isComplete: boolean;
  total: number;
  facets: Facets;
}

export interface ShownPage {
  items: SearchHit[];
  /** Hits before the page's end that do not hold. */
  dropped: IndexHit[];
  /** The last hit that was looked at for the page, whether it holds or not. */
  last: IndexHit | null;
  /** More hits follow, as far as is known. */
  hasMore: boolean;
  /** Some of those held when the delta was read, and were changed since. */
  isOvertaken: boolean;
  /** Documents of the index to be repaired; some of their hits hold all the same. */
  wrong: WrongDocument[];
  /** Of those, the hits that do not hold. */
  ghosts: string[];
}

/**
 * The hits of a page as their rows are now, by one statement, and one more where texts are to be read. What does not
 * hold is left out, and reported for repair unless it is only late.
 */
export async function showPage(
  db: Database,
  owner: DriveOwner,
  search: ParsedSearch,
  page: Pick<SearchPage, 'size' | 'since'>,
  { hits, step, isComplete }: Candidates,
): Promise<ShownPage> {
  const rows = await hydrateHits(
    db,
    hits.map(({ entryId }) => entryId),
  );
  const texts = await readTexts(db, search.query, hashesToRead(search.query, rows));
  const shown: ShownPage = {
    items: [],
    dropped: [],
    last: null,
    hasMore: !isComplete,
    isOvertaken: false,
    wrong: [],
    ghosts: [],
  };
  for (const hit of hits) {
    const isFull = shown.items.length === page.size;
    if (isFull && shown.hasMore) break;
    const row = rows.get(hit.entryId);
    const item = row && showHit(owner, search, step, row, texts.get(row.sha256 ?? ''));
    const isChanged = hasChangedSince(page.since, row);
    if (isFull) {
      shown.hasMore = Boolean(item) && !isChanged;
      continue;
    }
    shown.last = hit;
    if (!item) shown.dropped.push(hit);
    else if (!isChanged) shown.items.push(item);
    shown.isOvertaken ||= !item && isPending(row);
    if (!isPending(row) && (!item || Number(row?.revision) !== hit.revision)) {
      shown.wrong.push({ entryId: hit.entryId, ownerId: owner.accountId, revision: hit.revision });
      if (!item) shown.ghosts.push(hit.entryId);
    }
  }
  return shown;
}

/** Of files whose names do not hold all words as written: their texts may hold the others. */
function hashesToRead(query: ParsedQuery, rows: Map<string, HydratedEntry>): string[] {
  const hashes = [...rows.values()].flatMap(({ name, sha256 }) =>
    sha256 && !holdsAllWords(query, name) ? sha256 : [],
  );
  // Copies of a file name one blob.
  return [...new Set(hashes)];
}

/** The hit as the row has it now; null where it is not to be found, or not under its present name. */
function showHit(
  owner: DriveOwner,
  { query, filters }: ParsedSearch,
  step: Step,
  row: HydratedEntry,
  found: FoundText | undefined,
): SearchHit | null {
  if (row.ownerId !== owner.accountId || row.parentId === null || row.trashedAt || row.purgedAt) return null;
  const filtered = {
    ...row,
    entryId: row.id,
    starred: row.starredAt !== null,
    ancestorIds: row.path.map(({ id }) => id),
  };
  if (!matchesFilters(filters, filtered) || !matchesType(filters, row)) return null;
  const match = showMatch(query, row.name, step, found?.inText);
  if (!match) return null;
  const isInText = found && match.matchedBy.includes('content');
  const snippets = isInText ? showSnippets(query, found.text, found.inText) : [];
  return {
    ...toEntry(row, owner.rootId, row.path),
    highlight: { name: match.segments, ...(snippets.length > 0 && { content: snippets }) },
    matchedBy: match.matchedBy,
  };
}

/** What got another place while pages are walked through by cursor may have been on an earlier one. */
function hasChangedSince(since: Date | null, row: HydratedEntry | undefined): boolean {
  return since !== null && row !== undefined && row.updatedAt > since;
}

/** Changed since the index was search: the index is late and not wrong. */
function isPending(row: HydratedEntry | undefined): boolean {
  return row !== undefined && row.revision > row.indexedRevision;
}
