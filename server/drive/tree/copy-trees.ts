import type { Transaction } from '@/server/database/client';
import { nameKey } from '../entry-name';
import { CHANGED_COLUMNS, type ChangedRow } from './entry-row';
import { CHILDREN } from './subtree';

/** One live entry to be copied with all that is live in it, and what its copy is to be. */
export interface TreeCopy {
  id: string;
  copyId: string;
  /** Free where the copy goes (claim-names.ts). */
  name: string;
}

/** What was made, and its size. */
export type CopiedRow = ChangedRow & { sizeBytes: bigint };

/**
 * Copies trees into a folder of an account, without a byte: the copies name the same blobs. The caller charges the
 * account, and sees to it that the collector leaves the blobs alone until the transaction ends: by the lock of the
 * drive that the entries are in, or by touching them.
 */
export async function copyTrees(
  tx: Transaction,
  target: { ownerId: string; parentId: string },
  copies: TreeCopy[],
): Promise<CopiedRow[]> {
  const tops = copies.map(({ id, copyId, name }) => ({ id, copy_id: copyId, name, name_key: nameKey(name) }));
  return tx.$queryRaw<CopiedRow[]>`
    WITH RECURSIVE tree AS (
      SELECT top.id, top.copy_id, ${target.parentId}::uuid AS parent_id, top.name, top.name_key
      FROM jsonb_to_recordset(${JSON.stringify(tops)}::jsonb)
        AS top(id uuid, copy_id uuid, name text, name_key text)
      UNION ALL
      SELECT child.id, gen_random_uuid(), tree.copy_id, child.name, child.name_key
      FROM tree CROSS JOIN LATERAL ${CHILDREN}
      WHERE child.trashed_at IS NULL)
    INSERT INTO entries AS e (id, owner_id, parent_id, kind, name, name_key, extension, mime_type, size_bytes,
                              sha256, created_at, updated_at)
    SELECT tree.copy_id, ${target.ownerId}::uuid, tree.parent_id, source.kind, tree.name, tree.name_key,
           source.extension, source.mime_type, source.size_bytes, source.sha256,
           statement_timestamp(), statement_timestamp()
    FROM tree JOIN entries source ON source.id = tree.id
    RETURNING ${CHANGED_COLUMNS}, e.size_bytes AS "sizeBytes"`;
}
