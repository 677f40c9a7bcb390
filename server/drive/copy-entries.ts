import { randomUUID } from 'node:crypto';
import type { BatchResult } from '@/contracts/entries';
import type { Actor } from '@/server/accounts/actor';
import type { Database, Transaction } from '@/server/database/client';
import { changeDrive } from './change-drive';
import { changedFolders, savedEvents } from './entry-events';
import { findOwnedFolder, inRecycleBin, type OwnedEntry } from './owned-entry';
import { loadBatch, toBatchResult } from './tree/batch-items';
import { claimNames, nameTaken } from './tree/claim-names';
import { copyTrees, type TreeCopy } from './tree/copy-trees';
import { kindOf } from './tree/entry-row';
import { changeUsedBytes, quotaExceeded, readRoom } from './tree/quota';
import { CHILDREN } from './tree/subtree';

export interface CopyEntriesInput {
  ids: string[];
  parentId: string;
  onConflict: 'fail' | 'rename';
}

/**
 * Copies entries with all they hold into a folder, in one transaction and without copying a byte: the copies name
 * the same blobs, and count against the quota all the same. A folder may be copied into itself: the copy is of
 * what it held before. Each is answered by itself: `not_found`, `name_taken`, `quota_exceeded`.
 * @throws {NetdiskError} `not_found` where the folder is.
 */
export async function copyEntries(
  db: Database,
  actor: Actor,
  { ids, parentId, onConflict }: CopyEntriesInput,
): Promise<BatchResult> {
  return changeDrive(db, actor.accountId, async (tx) => {
    const target = await findOwnedFolder(tx, actor, parentId);
    const { entries, outcomes } = await loadBatch(tx, actor, ids);
    for (const entry of entries) if (entry.trashedAt) outcomes.set(entry.id, { error: inRecycleBin() });
    const live = entries.filter((entry) => !entry.trashedAt);
    const wanted = live.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
    const names = await claimNames(tx, { parentId: target.id }, wanted, onConflict);
    const sizes = await measure(tx, live);
    let room = await readRoom(tx, actor.accountId);
    const copies: (TreeCopy & { sizeBytes: bigint })[] = [];
    live.forEach(({ id, ...entry }, index) => {
      const name = names[index];
      const sizeBytes = sizes.get(id) ?? 0n;
      if (!name) outcomes.set(id, { error: nameTaken(entry.name) });
      else if (sizeBytes > 0n && sizeBytes > room) {
        outcomes.set(id, { error: quotaExceeded(sizeBytes, room) });
      } else {
        room -= sizeBytes;
        copies.push({ id, copyId: randomUUID(), name, sizeBytes });
      }
    });
    await changeUsedBytes(
      tx,
      actor.accountId,
      copies.reduce((sum, copy) => sum + copy.sizeBytes, 0n),
    );
    const copied = await copyTrees(tx, { ownerId: actor.accountId, parentId: target.id }, copies);
    const tops = await tx.entry.findMany({ where: { id: { in: copies.map((copy) => copy.copyId) } } });
    const topById = new Map(tops.map((row) => [row.id, row]));
    for (const { id, copyId } of copies) outcomes.set(id, { row: topById.get(copyId) });
    return {
      result: await toBatchResult(tx, actor, ids, outcomes),
      events: savedEvents(copied),
      live: changedFolders(actor, copies.length > 0 ? [target.id] : []),
    };
  });
}

/** The bytes of each entry with all that lies in it. */
async function measure(tx: Transaction, entries: OwnedEntry[]): Promise<Map<string, bigint>> {
  const rows = await tx.$queryRaw<{ top: string; bytes: bigint }[]>`
    WITH RECURSIVE tree AS (
      SELECT e.id AS top, e.id, e.size_bytes FROM entries e
      WHERE e.id = ANY(${entries.map((entry) => entry.id)}::uuid[])
      UNION ALL
      SELECT tree.top, child.id, child.size_bytes FROM tree CROSS JOIN LATERAL ${CHILDREN}
      WHERE child.trashed_at IS NULL)
    SELECT top, sum(size_bytes)::bigint AS bytes FROM tree GROUP BY top`;
  return new Map(rows.map((row) => [row.top, row.bytes]));
}
