import { MOST_PENDING } from '@/contracts/search';
import { Prisma } from '@/prisma/generated/client';
import type { Database } from '@/server/database/client';
import { isUuid, NIL_UUID } from '@/server/database/is-uuid';
import { nameKey } from '@/server/drive/entry-name';
import { IS_PENDING } from '@/server/drive/tree/entry-row';
import { PARENT } from '@/server/drive/tree/parent';
import { inTextOf } from './content/in-text';
import type { DriveOwner } from './drive-owner';
import { type InText, matchName } from './names/name-matcher';
import type { ParsedQuery } from './names/parse-query';
import type { Step } from './names/ranks';
import { matchesFilters } from './query-line/matches-filters';
import type { ParsedSearch } from './query-line/parse-search';
import type { SearchFilters } from './query-line/search-filters';
import type { MatchedHit } from './search-index';

/** A change that the index does not show yet. */
export interface PendingEntry {
  entryId: string;
  revision: bigint;
  kind: string;
  name: string;
  extension: string;
  sizeBytes: bigint;
  updatedAt: Date;
  starred: boolean;
  live: boolean;
  /** The folders above it; empty where no search asks for a place. */
  ancestorIds: string[];
  inText: InText;
}

/** For each place; of more folders of one name some are looked into. Each is compared with the way of every document. */
const MAX_FOLDERS = 1_000;

/** The delta of one person, at most MOST_PENDING + 1 rows, and for each place the folders it names. */
interface Delta {
  /** When it was read, by the clock that changes are dated with. */
  readAt: Date;
  entries: PendingEntry[];
  folderIds: string[][];
}

/**
 * What the index does not show yet, and the folders that places name, in one statement; in none where neither can be
 * anything, because the account was found (`indexedAt`) to lack nothing in the index.
 */
export async function readDelta(
  db: Database,
  owner: DriveOwner,
  { query, places, filters }: Pick<ParsedSearch, 'query' | 'places' | 'filters'>,
): Promise<Delta> {
  const wanted = places.map(namedFolder);
  const asksWhere = wanted.length > 0 || filters.subtrees !== null;
  if (owner.indexedAt && !asksWhere)
    return { readAt: justAfter(owner.indexedAt), entries: [], folderIds: [] };
  const rows = await db.queryPrepared<PendingEntry & { place: number | null }>(Prisma.sql`
    WITH RECURSIVE delta AS MATERIALIZED (
      SELECT id, parent_id, sha256, revision, kind, name, extension, size_bytes, updated_at, starred_at, trashed_at,
        purged_at
      FROM entries e
      WHERE owner_id = ${owner.accountId}::uuid AND ${IS_PENDING}
      LIMIT ${MOST_PENDING + 1})
      ${asksWhere ? placesOf(owner, wanted) : Prisma.empty}
    SELECT NULL::integer AS place, id AS "entryId", revision, kind, name, extension, size_bytes AS "sizeBytes",
      updated_at AS "updatedAt", starred_at IS NOT NULL AS starred,
      trashed_at IS NULL AND purged_at IS NULL AS live,
      ${asksWhere ? Prisma.sql`ancestors.ids` : Prisma.sql`'{}'::text[]`} AS "ancestorIds",
      ${inTextOf(query, Prisma.sql`delta.sha256`)} AS "inText"
    FROM delta
    ${asksWhere ? FOLDERS : Prisma.empty}
    ${CLOCK}`);
  const clock = rows.find(({ place }) => place === CLOCK_PLACE);
  if (!clock) throw new Error('The delta came without its clock.');
  return {
    readAt: justAfter(clock.updatedAt),
    entries: rows.filter(({ place }) => place === null),
    folderIds: places.map((_, position) =>
      rows.filter(({ place }) => place === position).map(({ entryId }) => entryId),
    ),
  };
}

/** A moment later, for microseconds are lost on the way. */
function justAfter(time: Date): Date {
  return new Date(time.getTime() + 1);
}

/** The folder of that id, or those of that path, its last name first. `anchored`: it begins at the top. */
interface NamedFolder {
  id: string | null;
  keys: string[];
  anchored: boolean;
}

function namedFolder(place: string): NamedFolder {
  const keys = place
    .split('/')
    .map((name) => nameKey(name.trim()))
    .filter((key) => key !== '');
  return { id: isUuid(place) ? place : null, keys: keys.reverse(), anchored: place.startsWith('/') };
}

/** Walks from folders with the last name of a path upwards, as long as the names fit; and up from the delta. */
function placesOf({ accountId, rootId }: DriveOwner, wanted: NamedFolder[]): Prisma.Sql {
  const places = wanted.map((folder, place) => ({ place, ...folder }));
  return Prisma.sql`,
    wanted AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
        AS wanted(place integer, id uuid, keys jsonb, anchored boolean)),
    way AS (
      SELECT wanted.place, e.id AS folder, e.parent_id, 1 AS height
      FROM wanted CROSS JOIN LATERAL (
        SELECT id, parent_id FROM entries
        WHERE owner_id = ${accountId}::uuid AND kind = 'folder' AND name_key = wanted.keys->>0
          AND trashed_at IS NULL AND purged_at IS NULL AND parent_id IS NOT NULL OFFSET 0) AS e
      UNION ALL
      SELECT way.place, way.folder, e.parent_id, way.height + 1
      FROM way JOIN wanted ON wanted.place = way.place
      CROSS JOIN LATERAL (SELECT parent_id, name_key FROM entries WHERE id = way.parent_id OFFSET 0) AS e
      WHERE way.height < jsonb_array_length(wanted.keys) AND e.name_key = wanted.keys->>way.height),
    folders AS (
      SELECT wanted.place, folder FROM way JOIN wanted ON wanted.place = way.place
      WHERE height = jsonb_array_length(keys) AND (NOT anchored OR way.parent_id = ${rootId}::uuid)
      UNION
      SELECT wanted.place, e.id FROM wanted JOIN entries e ON e.id = wanted.id
      WHERE e.owner_id = ${accountId}::uuid AND e.kind = 'folder' AND e.parent_id IS NOT NULL AND trashed_at IS NULL AND purged_at IS NULL),
    up AS (
      SELECT id AS leaf, parent_id FROM delta
      UNION ALL
      SELECT up.leaf, above.parent_id FROM up CROSS JOIN LATERAL ${PARENT} WHERE above.parent_id IS NOT NULL),
    ancestors AS (SELECT leaf, array_agg(parent_id::text) AS ids FROM up GROUP BY leaf)`;
}

const FOLDERS = Prisma.sql`
    JOIN ancestors ON ancestors.leaf = delta.id
    UNION ALL
    SELECT wanted.place, folder, 0, 'folder', '', '', 0, 'epoch'::timestamptz, false, false, '{}'::text[], NULL::boolean[]
    FROM wanted CROSS JOIN LATERAL (
      SELECT folder FROM folders WHERE folders.place = wanted.place ORDER BY folder LIMIT ${MAX_FOLDERS}) AS found`;

/** The row that is there even where nothing is pending. */
const CLOCK_PLACE = -1;

const CLOCK = Prisma.sql`
    UNION ALL
    SELECT ${CLOCK_PLACE}, ${NIL_UUID}::uuid, 0, 'folder', '', '', 0, statement_timestamp(), false, false, '{}'::text[],
      NULL::boolean[]`;

/** What of the delta answers a query up to a step, of whatever type. */
export function matchDelta(
  delta: PendingEntry[],
  query: ParsedQuery,
  filters: SearchFilters,
  upTo: Step,
): MatchedHit[] {
  return delta.flatMap((entry): MatchedHit[] => {
    if (!entry.live || !matchesFilters(filters, entry)) return [];
    const match = matchName(query, entry.name, upTo, entry.inText);
    return match
      ? [{ ...entry, ...match, revision: Number(entry.revision), sizeBytes: Number(entry.sizeBytes) }]
      : [];
  });
}
