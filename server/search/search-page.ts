import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SearchQuery } from '@/contracts/search';
import { cursorTime, decodeCursor, encodeCursor } from '@/server/database/page-cursor';
import { invalidInput } from '@/server/errors';
import { defaultOrder, type HitPosition } from './compare-hits';
import { type Step, stepsOf } from './names/ranks';
import type { ParsedSearch } from './query-line/parse-search';
import type { IndexQuery } from './search-index';

/** Which hits of a search are asked for. */
export interface SearchPage extends Pick<IndexQuery, 'sort' | 'order' | 'after' | 'from' | 'size'> {
  /** Counted from 1, also along cursors. */
  number: number;
  /** When the first page of a walk by cursor was read; null where none is walked. */
  since: Date | null;
  /** Tells searches apart: of two pages of one search it is the same. */
  search: string;
}

/** The last hit that a page is done with, shown or not. */
const position = z.object({
  v: z.literal(1),
  search: z.string(),
  step: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  page: z.int().min(1),
  since: cursorTime,
  id: z.uuid(),
  updatedAt: cursorTime,
  rank: z.int().min(0).max(1_000_000),
  name: z.string().regex(/^\P{Cs}*$/u),
  size: z.int().min(0),
});

/**
 * Reads which page is asked for, by number or by cursor.
 * @throws {NetdiskError} `invalid_input` on `cursor` where it is not one of this search, on `page` beside a cursor.
 */
export function readPage(input: SearchQuery, ownerId: string, parsed: ParsedSearch): SearchPage {
  const { sort, size } = input;
  const page = {
    sort,
    order: input.order ?? defaultOrder(sort),
    size,
    search: nameSearch(input, ownerId, parsed),
  };
  if (input.cursor === undefined) {
    const number = input.page ?? 1;
    return { ...page, number, from: (number - 1) * size, after: null, since: null };
  }
  if (input.page !== undefined) {
    throw invalidInput(
      'page',
      'A cursor says by itself where its page begins. Leave out page, or the cursor.',
    );
  }
  const at = decodeCursor(position, input.cursor);
  if (at.search !== page.search || !stepsOf(parsed.query).includes(at.step)) {
    throw invalidInput('cursor', 'This cursor belongs to another search. Begin this one without a cursor.');
  }
  const hit = {
    entryId: at.id,
    updatedAt: new Date(at.updatedAt),
    rank: at.rank,
    name: at.name,
    sizeBytes: at.size,
  };
  return { ...page, number: at.page, from: 0, after: { step: at.step, hit }, since: new Date(at.since) };
}

/** The cursor of the page that begins after a hit, with what the order compares and no more; null where none does. */
export function cursorAfter(
  page: SearchPage,
  { step, hit, readAt }: { step: Step; hit: HitPosition; readAt: Date },
): string | null {
  const { sort, order, search, number } = page;
  const since = page.since ?? readAt;
  // Changes would go on to put entries at the end, and the walk would never get there.
  if (sort === 'updatedAt' && order === 'asc' && hit.updatedAt > since) return null;
  const at: z.infer<typeof position> = {
    v: 1,
    search,
    step,
    page: number + 1,
    since: since.toISOString(),
    id: hit.entryId,
    updatedAt: hit.updatedAt.toISOString(),
    rank: sort === 'relevance' ? hit.rank : 0,
    name: sort === 'name' ? hit.name : '',
    size: sort === 'size' ? hit.sizeBytes : 0,
  };
  return encodeCursor(at);
}

const NAME_CHARACTERS = 22;

/** What is asked of whose files, page and size left out, in a few characters. */
function nameSearch(input: SearchQuery, ownerId: string, { filters }: ParsedSearch): string {
  const { q, type, ext, in: place, minSize, maxSize, from, to, kind, timeZone, sort, order } = input;
  const where = filters.subtrees === null ? 'drive' : 'share';
  const what = [q, type, ext, place, minSize, maxSize, from, to, kind, timeZone];
  const text = JSON.stringify([ownerId, where, what, sort, order ?? defaultOrder(sort)]);
  return createHash('sha256').update(text).digest('base64url').slice(0, NAME_CHARACTERS);
}
