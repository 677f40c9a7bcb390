import { Prisma } from '@/prisma/generated/client';
import type { Transaction } from '@/server/database/client';
import { CHANGED_COLUMNS, type ChangedRow } from './entry-row';

/**
 * What stands in a row of `tree`, as `child`. OFFSET 0 keeps the planner from joining in any other way than by the
 * index: it reckons with ten times as many rows per level as it began with and would read the whole table for
 * each level (measured: trashing 10,000 entries 500 folders deep took 3.1 s, and takes 0.3 s).
 */
export const CHILDREN = Prisma.raw(
  '(SELECT * FROM entries e WHERE e.parent_id = tree.id AND e.purged_at IS NULL OFFSET 0) AS child',
);

/**
 * The common table `tree` (id, size_bytes): these entries and all below them that share their fate. Below live
 * ones that is what is live, below trashed ones what was trashed in the same batch; what was trashed before by
 * itself stays where it is. Goes after WITH RECURSIVE.
 */
export function subtreeOf(ids: string[]): Prisma.Sql {
  return Prisma.sql`
    tree AS (
      SELECT top.id, top.size_bytes, top.delete_batch_num FROM entries top WHERE top.id = ANY(${ids}::uuid[])
      UNION
      SELECT child.id, child.size_bytes, child.delete_batch_num
      FROM tree CROSS JOIN LATERAL ${CHILDREN}
      WHERE child.delete_batch_num IS NOT DISTINCT FROM tree.delete_batch_num)`;
}

/** Gives all that lies in moved folders a new revision: the index keeps the ancestors of each entry. */
export async function raiseDescendants(tx: Transaction, folderIds: string[]): Promise<ChangedRow[]> {
  if (folderIds.length === 0) return [];
  return tx.$queryRaw<ChangedRow[]>`
    WITH RECURSIVE ${subtreeOf(folderIds)}
    UPDATE entries e SET revision = nextval('entry_revision_seq')
    FROM tree WHERE e.id = tree.id AND e.id <> ALL(${folderIds}::uuid[])
    RETURNING ${CHANGED_COLUMNS}`;
}
