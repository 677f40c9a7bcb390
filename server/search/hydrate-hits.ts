import type { PathPart } from '@/contracts/entries';
import { Prisma } from '@/prisma/generated/client';
import type { Database } from '@/server/database/client';
import { ENTRY_COLUMNS, type EntryRow } from '@/server/drive/tree/entry-row';
import { PARENT } from '@/server/drive/tree/parent';

/** An entry as the database has it now, with the folders from the top (left out) down to its parent. */
export type HydratedEntry = EntryRow & {
  path: PathPart[];
};

/** The rows of a page of hits with their paths, in one statement; those that do not exist are missing. */
export async function hydrateHits(db: Database, entryIds: string[]): Promise<Map<string, HydratedEntry>> {
  if (entryIds.length === 0) return new Map();
  const rows = await db.queryPrepared<HydratedEntry>(Prisma.sql`
    WITH RECURSIVE up AS (
      SELECT e.id AS leaf, p.id, p.name, p.parent_id, 1 AS height
      FROM entries e JOIN entries p ON p.id = e.parent_id WHERE e.id = ANY(${entryIds}::uuid[])
      UNION ALL
      SELECT up.leaf, above.id, above.name, above.parent_id, up.height + 1
      FROM up CROSS JOIN LATERAL ${PARENT}),
    paths AS (
      SELECT leaf, json_agg(json_build_object('id', id, 'name', name) ORDER BY height DESC) AS path
      FROM up WHERE parent_id IS NOT NULL GROUP BY leaf)
    SELECT ${ENTRY_COLUMNS}, coalesce(paths.path, '[]') AS path
    FROM entries e LEFT JOIN paths ON paths.leaf = e.id WHERE e.id = ANY(${entryIds}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}
