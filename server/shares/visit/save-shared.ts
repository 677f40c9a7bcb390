import { randomUUID } from 'node:crypto';
import type { Entry } from '@/contracts/entries';
import type { SaveSharedInput } from '@/contracts/shares';
import type { Actor } from '@/server/accounts/actor';
import type { Database, Transaction } from '@/server/database/client';
import { changeDrive } from '@/server/drive/change-drive';
import { changedFolders, savedEvents } from '@/server/drive/entry-events';
import { findOwnedFolder } from '@/server/drive/owned-entry';
import { presentEntries } from '@/server/drive/to-entry';
import { claimNames } from '@/server/drive/tree/claim-names';
import { copyTrees } from '@/server/drive/tree/copy-trees';
import { type EntryRow, kindOf } from '@/server/drive/tree/entry-row';
import { changeUsedBytes } from '@/server/drive/tree/quota';
import { CHILDREN } from '@/server/drive/tree/subtree';
import { invalidInput, notFound } from '@/server/errors';
import { type EnteredShare, enterShare, findSharedEntries, type ShareVisit } from '../share-access';
import { chooseShared } from './choose-shared';
import { recordActivity, requireDownloadsLeft } from './record-activity';

/**
 * Copies what is shared, or some of it, into a folder of the visitor's own drive, in one transaction and without
 * copying a byte. Trees are kept; a taken name becomes 'a (1).txt'. All of it is saved or nothing. It is a download
 * for the owner of the share, and needs the same permission.
 * @throws {NetdiskError} what enterShare throws; `forbidden` where the share is for viewing only;
 * `download_limit_reached`; `not_found` where an entry is not inside the share, or the folder is not there;
 * `quota_exceeded`; `invalid_input` where nothing is left to save.
 */
export async function saveShared(
  db: Database,
  actor: Actor,
  visit: ShareVisit,
  { parentId, entryIds }: SaveSharedInput,
): Promise<Entry[]> {
  return changeDrive(db, actor.accountId, async (tx) => {
    // Only now: the share may have ended while other mutations of this drive were waited for.
    const share = await enterShare(tx, visit);
    requireDownloadsLeft(share);
    const target = await findOwnedFolder(tx, actor, parentId);
    const chosen = await chooseShared(tx, share, entryIds);
    const [only] = chosen.length === 1 ? chosen : [];
    if (chosen.length === 0) throw invalidInput('entryIds', 'Nothing is left in this share to save.');
    await touchBlobs(tx, chosen);
    const wanted = chosen.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
    const names = await claimNames(tx, { parentId: target.id }, wanted, 'rename');
    const copies = chosen.map(({ id, name }, index) => ({
      id,
      copyId: randomUUID(),
      name: names[index] ?? name,
    }));
    const saved = await copyTrees(tx, { ownerId: actor.accountId, parentId: target.id }, copies);
    await checkStillShared(tx, share, chosen);
    // What was copied is charged, not what was there a moment before: the owner may be changing it.
    await changeUsedBytes(
      tx,
      actor.accountId,
      saved.reduce((sum, row) => sum + row.sizeBytes, 0n),
    );
    await recordActivity(tx, share, { action: 'saved', ...(only && { entryId: only.id }) });
    const tops = await readInOrder(
      tx,
      copies.map(({ copyId }) => copyId),
    );
    return {
      result: await presentEntries(tx, actor, tops),
      events: savedEvents(saved),
      live: changedFolders(actor, [target.id]),
    };
  });
}

/**
 * Keeps the collector from the blobs of these trees until the copies name them: the owner, whose drive is not locked,
 * may purge the originals meanwhile. A statement before the one that copies, so that what this one does not see is
 * younger than the collector's grace.
 */
async function touchBlobs(tx: Transaction, tops: EntryRow[]): Promise<void> {
  await tx.$executeRaw`
    WITH RECURSIVE tree AS (
      SELECT id, sha256 FROM entries WHERE id = ANY(${tops.map(({ id }) => id)}::uuid[])
      UNION ALL
      SELECT child.id, child.sha256 FROM tree CROSS JOIN LATERAL ${CHILDREN} WHERE child.trashed_at IS NULL),
    named AS (
      SELECT sha256 FROM blobs WHERE sha256 IN (SELECT sha256 FROM tree) ORDER BY sha256 FOR NO KEY UPDATE)
    UPDATE blobs SET touched_at = clock_timestamp() FROM named WHERE blobs.sha256 = named.sha256`;
}

/** Their owner's drive is not locked: what was purged or moved out before it was copied is no file to be saved. */
async function checkStillShared(tx: Transaction, share: EnteredShare, chosen: EntryRow[]): Promise<void> {
  const ids = chosen.map(({ id }) => id);
  if ((await findSharedEntries(tx, share, ids)).size < ids.length) throw notFound('entry');
}

async function readInOrder(tx: Transaction, ids: string[]): Promise<EntryRow[]> {
  const rows = await tx.entry.findMany({ where: { id: { in: ids } } });
  const place = new Map(ids.map((id, index) => [id, index]));
  return rows.sort((first, second) => (place.get(first.id) ?? 0) - (place.get(second.id) ?? 0));
}
