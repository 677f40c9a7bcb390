import { z } from 'zod';
import { type EntryKind, type EntryList, entryKind, type ListFolderQuery } from '@/contracts/entries';
import { Prisma } from '@/prisma/generated/client';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { cursorTime, decodeCursor, encodeCursor } from '@/server/database/page-cursor';
import { invalidInput } from '@/server/errors';
import { findOwnedFolder } from './owned-entry';
import { readPaths, toEntry } from './to-entry';
import { ENTRY_COLUMNS, type EntryRow, IS_LIVE, kindOf } from './tree/entry-row';

const NAME = Prisma.raw('e.name COLLATE natural_name');

/** What is compared before the name. An order by name needs nothing. */
const FIRST_KEY = {
  name: null,
  size: Prisma.raw('e.size_bytes'),
  updatedAt: Prisma.raw('e.updated_at'),
  kind: Prisma.raw('e.extension'),
} as const;

/** The last entry of a page, by all that orders it: the next page begins after it, whatever came or went since. */
const position = z.object({
  sort: z.string(),
  order: z.string(),
  kind: entryKind,
  name: z.string(),
  id: z.uuid(),
  size: z.int(),
  updatedAt: cursorTime,
  extension: z.string(),
});
type Position = z.infer<typeof position>;

/**
 * One page of a folder: folders first, then by the chosen key, then by name as people count and read. Pages
 * follow each other by position, so what is added or removed meanwhile repeats and hides nothing else.
 * @throws {NetdiskError} `not_found`; `invalid_input` on `cursor`.
 */
export async function listFolder(db: Database, actor: Actor, query: ListFolderQuery): Promise<EntryList> {
  const folder = await findOwnedFolder(db, actor, query.parentId);
  const after = readCursor(query);
  const rows: EntryRow[] = [];
  // Kind by kind: each slice is a stretch of an index, where one query for both would sort the whole folder.
  for (const kind of after?.kind === 'file' ? (['file'] as const) : (['folder', 'file'] as const)) {
    const wanted = query.limit + 1 - rows.length;
    if (wanted > 0) {
      rows.push(...(await readSlice(db, folder.id, query, { kind, after: sameKind(after, kind), wanted })));
    }
  }
  const items = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? items.at(-1) : undefined;
  const path = (await readPaths(db, [folder.id])).get(folder.id) ?? [];
  return {
    items: items.map((row) => toEntry(row, actor.rootId, path)),
    nextCursor: last ? encodeCursor(positionOf(last, query)) : null,
    total: await db.entry.count({ where: { parentId: folder.id, trashedAt: null, purgedAt: null } }),
  };
}

function readCursor(query: ListFolderQuery): Position | undefined {
  if (query.cursor === undefined) return undefined;
  const after = decodeCursor(position, query.cursor);
  if (after.sort !== query.sort || after.order !== query.order) {
    throw invalidInput('cursor', 'This cursor belongs to another order. Begin at the first page.');
  }
  return after;
}

function sameKind(after: Position | undefined, kind: EntryKind): Position | undefined {
  return after?.kind === kind ? after : undefined;
}

function positionOf(row: EntryRow, query: ListFolderQuery): Position {
  return {
    sort: query.sort,
    order: query.order,
    kind: kindOf(row),
    name: row.name,
    id: row.id,
    size: Number(row.sizeBytes),
    updatedAt: row.updatedAt.toISOString(),
    extension: row.extension,
  };
}

function readSlice(
  db: Database,
  folderId: string,
  query: ListFolderQuery,
  slice: { kind: EntryKind; after: Position | undefined; wanted: number },
): Promise<EntryRow[]> {
  const first = FIRST_KEY[query.sort];
  const direction = Prisma.raw(query.order === 'asc' ? 'ASC' : 'DESC');
  const order = first
    ? Prisma.sql`${first} ${direction}, ${NAME} ${direction}, e.id ${direction}`
    : Prisma.sql`${NAME} ${direction}, e.id ${direction}`;
  return db.$queryRaw<EntryRow[]>`
    SELECT ${ENTRY_COLUMNS} FROM entries e
    WHERE e.parent_id = ${folderId}::uuid AND e.kind = ${slice.kind} AND ${IS_LIVE}
      AND ${slice.after ? isAfter(query, slice.after) : Prisma.sql`TRUE`}
    ORDER BY ${order} LIMIT ${slice.wanted}`;
}

function isAfter({ sort, order }: ListFolderQuery, after: Position): Prisma.Sql {
  const beyond = Prisma.raw(order === 'asc' ? '>' : '<');
  const first = FIRST_KEY[sort];
  if (!first) return Prisma.sql`(${NAME}, e.id) ${beyond} (${after.name}, ${after.id}::uuid)`;
  const value = {
    name: Prisma.empty,
    size: Prisma.sql`${BigInt(after.size)}`,
    updatedAt: Prisma.sql`${after.updatedAt}::timestamptz(3)`,
    kind: Prisma.sql`${after.extension}`,
  }[sort];
  return Prisma.sql`(${first}, ${NAME}, e.id) ${beyond} (${value}, ${after.name}, ${after.id}::uuid)`;
}
