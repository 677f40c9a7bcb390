import type { BatchResult } from '@/contracts/entries';
import type { NetdiskEvent } from '@/contracts/events';
import type { Actor } from '@/server/accounts/actor';
import type { Database, Transaction } from '@/server/database/client';
import { changeDrive } from '../change-drive';
import { changedFolders, removedEvents } from '../entry-events';
import { loadBatch, toBatchResult } from '../tree/batch-items';
import { CHANGED_COLUMNS, type ChangedRow } from '../tree/entry-row';
import { changeUsedBytes } from '../tree/quota';
import { subtreeOf } from '../tree/subtree';

/**
 * Deletes entries for good with all they hold, from the recycle bin or straight from their folder, in one
 * transaction. What was trashed from inside them before, by itself, stays in the recycle bin. Each is answered by
 * itself: `not_found`.
 */
export async function purgeEntries(db: Database, actor: Actor, ids: string[]): Promise<BatchResult> {
  return changeDrive(db, actor.accountId, async (tx) => {
    const { entries, outcomes } = await loadBatch(tx, actor, ids);
    for (const entry of entries) outcomes.set(entry.id, {});
    const events = await purgeTrees(
      tx,
      actor,
      entries.map((entry) => entry.id),
    );
    return {
      result: await toBatchResult(tx, actor, ids, outcomes),
      events,
      live: changedFolders(
        actor,
        entries.flatMap((entry) => [entry.parentId, entry.id]),
      ),
    };
  });
}

type PurgedRow = ChangedRow & { freedBytes: bigint };

/**
 * Empties the rows of these entries and all below them, and gives their bytes back to the quota. The rows stay as
 * stubs at the top until the index has forgotten them (remove-purged-stubs.ts); their blobs, until the collector
 * comes.
 */
export async function purgeTrees(tx: Transaction, actor: Actor, ids: string[]): Promise<NetdiskEvent[]> {
  if (ids.length === 0) return [];
  const purged = await tx.$queryRaw<PurgedRow[]>`
    WITH RECURSIVE ${subtreeOf(ids)}
    UPDATE entries e
    SET purged_at = statement_timestamp(), parent_id = ${actor.rootId}::uuid, name = '', name_key = '',
        extension = '', mime_type = '', size_bytes = 0, sha256 = NULL, trash_root = false,
        revision = nextval('entry_revision_seq')
    FROM tree WHERE e.id = tree.id
    RETURNING ${CHANGED_COLUMNS}, tree.size_bytes AS "freedBytes"`;
  await changeUsedBytes(tx, actor.accountId, -purged.reduce((sum, row) => sum + row.freedBytes, 0n));
  return removedEvents([...purged, ...(await liftSurvivors(tx, actor, purged))]);
}

/** What was trashed by itself from a folder that is gone now has no place any more: restored, it comes to the top. */
async function liftSurvivors(tx: Transaction, actor: Actor, purged: PurgedRow[]): Promise<ChangedRow[]> {
  const folderIds = purged.filter((row) => row.kind === 'folder').map((row) => row.id);
  return tx.$queryRaw<ChangedRow[]>`
    UPDATE entries e SET parent_id = ${actor.rootId}::uuid, revision = nextval('entry_revision_seq')
    WHERE e.parent_id = ANY(${folderIds}::uuid[])
    RETURNING ${CHANGED_COLUMNS}`;
}
