import { randomUUID } from 'node:crypto';
import type { BatchResult } from '@/contracts/entries';
import type { Actor } from '@/server/accounts/actor';
import type { Database, Transaction } from '@/server/database/client';
import { changeDrive } from '../change-drive';
import { changedFolders, removedEvents } from '../entry-events';
import type { OwnedEntry } from '../owned-entry';
import { readPaths } from '../to-entry';
import { loadBatch, toBatchResult } from '../tree/batch-items';
import { CHANGED_COLUMNS, type ChangedRow } from '../tree/entry-row';
import { subtreeOf } from '../tree/subtree';

/**
 * Puts entries with all they hold into the recycle bin, as one batch, in one transaction. What is there already
 * stays as it is, which is success. Each is answered by itself: `not_found`.
 */
export async function trashEntries(db: Database, actor: Actor, ids: string[]): Promise<BatchResult> {
  return changeDrive(db, actor.accountId, async (tx) => {
    const { entries, outcomes } = await loadBatch(tx, actor, ids);
    for (const entry of entries) outcomes.set(entry.id, { row: entry });
    const picked = entries.filter((entry) => !entry.trashedAt);
    const trashed = await trashTrees(tx, await topmost(tx, picked));
    const rows = await tx.entry.findMany({ where: { id: { in: picked.map((entry) => entry.id) } } });
    for (const row of rows) outcomes.set(row.id, { row });
    return {
      result: await toBatchResult(tx, actor, ids, outcomes),
      events: removedEvents(trashed),
      live: changedFolders(
        actor,
        picked.flatMap((entry) => [entry.parentId, entry.id]),
      ),
    };
  });
}

/** Without those that go along inside another: the recycle bin shows a folder once, not its parts beside it. */
async function topmost(tx: Transaction, picked: OwnedEntry[]): Promise<string[]> {
  const ids = new Set(picked.map((entry) => entry.id));
  const paths = await readPaths(
    tx,
    picked.map((entry) => entry.parentId),
  );
  return picked
    .filter((entry) => !paths.get(entry.parentId)?.some((folder) => ids.has(folder.id)))
    .map((entry) => entry.id);
}

async function trashTrees(tx: Transaction, ids: string[]): Promise<ChangedRow[]> {
  if (ids.length === 0) return [];
  return tx.$queryRaw<ChangedRow[]>`
    WITH RECURSIVE ${subtreeOf(ids)}
    UPDATE entries e
    SET trashed_at = statement_timestamp(), delete_batch_num = ${randomUUID()}::uuid,
        trash_root = e.id = ANY(${ids}::uuid[]), revision = nextval('entry_revision_seq')
    FROM tree WHERE e.id = tree.id
    RETURNING ${CHANGED_COLUMNS}`;
}
