import { z } from 'zod';
import type { RecycleBinEntry, RecycleBinList, RecycleBinQuery } from '@/contracts/entries';
import { Prisma } from '@/prisma/generated/client';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { cursorTime, decodeCursor, encodeCursor } from '@/server/database/page-cursor';
import { presentEntries } from '../to-entry';
import { ENTRY_COLUMNS, type EntryRow } from '../tree/entry-row';

const position = z.object({ trashedAt: cursorTime, id: z.uuid() });

/**
 * One page of what a person trashed, latest first: the entries they picked, without what went along inside them.
 * @throws {NetdiskError} `invalid_input` on `cursor`.
 */
export async function listRecycleBin(
  db: Database,
  actor: Actor,
  query: RecycleBinQuery,
): Promise<RecycleBinList> {
  const after = query.cursor === undefined ? undefined : decodeCursor(position, query.cursor);
  const rows = await db.$queryRaw<EntryRow[]>`
    SELECT ${ENTRY_COLUMNS} FROM entries e
    WHERE e.owner_id = ${actor.accountId}::uuid AND e.trash_root AND e.purged_at IS NULL
      AND ${after ? isAfter(after) : Prisma.sql`TRUE`}
    ORDER BY e.trashed_at DESC, e.id DESC LIMIT ${query.limit + 1}`;
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  const entries = await presentEntries(db, actor, page);
  return {
    items: entries.map((entry, index) => ({ ...entry, ...trashOf(page[index]) })),
    nextCursor: last ? encodeCursor({ trashedAt: trashOf(last).trashedAt, id: last.id }) : null,
    total: await db.entry.count({ where: { ownerId: actor.accountId, trashRoot: true, purgedAt: null } }),
  };
}

function isAfter(after: z.infer<typeof position>): Prisma.Sql {
  return Prisma.sql`(e.trashed_at, e.id) < (${after.trashedAt}::timestamptz(3), ${after.id}::uuid)`;
}

function trashOf(row: EntryRow | undefined): Pick<RecycleBinEntry, 'trashedAt' | 'deleteBatchNum'> {
  if (!row?.trashedAt || !row.deleteBatchNum) {
    throw new Error('The root of a trash has a time and a batch: trash-entries.ts sets all three at once.');
  }
  return { trashedAt: row.trashedAt.toISOString(), deleteBatchNum: row.deleteBatchNum };
}
