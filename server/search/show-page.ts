import type { SearchHit } from '@/contracts/search';
import type { Database } from '@/server/database/client';
import { toEntry } from '@/server/drive/to-entry';
import { readTexts } from './content/read-texts';
import { showSnippets } from './content/show-snippets';
import type { DriveOwner } from './drive-owner';
import { type HydratedEntry, hydrateHits } from './hydrate-hits';
import type { WrongDocument } from './indexing/repair-entries';
import { showMatch } from './names/name-matcher';
import type { ParsedQuery } from './names/parse-query';
import type { Step } from './names/ranks';
import type { Facets } from './query-line/facets';
import { matchesFilters, matchesType } from './query-line/matches-filters';
import type { ReadSearch } from './query-line/read-search';
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
 * The hits of a page as their rows are now, by one statement, and one more where text is to be shown. What does not
 * hold is left out, and reported for repair unless it is only late.
 */
export async function showPage(
  db: Database,
  actor: DriveOwner,
  asked: ReadSearch,
  page: Pick<SearchPage, 'size' | 'since'>,
  { hits, step, isComplete }: Candidates,
): Promise<ShownPage> {
  const rows = await hydrateHits(
    db,
    asked.query,
    hits.map(({ entryId }) => entryId),
  );
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
    const item = row && showHit(actor, asked, step, row);
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
      shown.wrong.push({ entryId: hit.entryId, ownerId: actor.accountId, revision: hit.revision });
      if (!item) shown.ghosts.push(hit.entryId);
    }
  }
  return { ...shown, items: await withSnippets(db, asked.query, shown.items, rows) };
}

/** Texts are long: they are read for those hits alone that show some of theirs. */
async function withSnippets(
  db: Database,
  query: ParsedQuery,
  items: SearchHit[],
  rows: Map<string, HydratedEntry>,
): Promise<SearchHit[]> {
  const found = items.filter(({ matchedBy }) => matchedBy.includes('content'));
  const texts = await readTexts(
    db,
    found.flatMap(({ id }) => rows.get(id)?.sha256 ?? []),
  );
  return items.map((item) => {
    const row = found.includes(item) ? rows.get(item.id) : undefined;
    const text = texts.get(row?.sha256 ?? '');
    const content = text && row?.inText ? showSnippets(query, text, row.inText) : [];
    return content.length > 0 ? { ...item, highlight: { ...item.highlight, content } } : item;
  });
}

/** The hit as the row has it now; null where it is not to be found, or not under its present name. */
function showHit(
  actor: DriveOwner,
  { query, filters }: ReadSearch,
  step: Step,
  row: HydratedEntry,
): SearchHit | null {
  if (row.ownerId !== actor.accountId || row.parentId === null || row.trashedAt || row.purgedAt) return null;
  const filtered = {
    ...row,
    entryId: row.id,
    starred: row.starredAt !== null,
    ancestorIds: row.path.map(({ id }) => id),
  };
  if (!matchesFilters(filters, filtered) || !matchesType(filters, row)) return null;
  const match = showMatch(query, row.name, step, row.inText);
  if (!match) return null;
  return {
    ...toEntry(row, actor.rootId, row.path),
    highlight: { name: match.segments },
    matchedBy: match.matchedBy,
  };
}

/** What got another place while pages are walked through by cursor may have been on an earlier one. */
function hasChangedSince(since: Date | null, row: HydratedEntry | undefined): boolean {
  return since !== null && row !== undefined && row.updatedAt > since;
}

/** Changed since the index was asked: the index is late and not wrong. */
function isPending(row: HydratedEntry | undefined): boolean {
  return row !== undefined && row.revision > row.indexedRevision;
}
