import type { Entry, OnConflict } from '@/contracts/entries';
import type { Actor } from '@/server/accounts/actor';
import { requestReading } from '@/server/content/request-reading';
import type { Database, Transaction } from '@/server/database/client';
import type { BlobStore, StagedBlob } from '@/server/storage/blob-store';
import { changeDrive } from './change-drive';
import { changedFolders, savedEvents } from './entry-events';
import { nameKey } from './entry-name';
import { mediaTypeOf } from './media-type';
import { findOwnedFolder } from './owned-entry';
import { presentEntry } from './to-entry';
import { claimName, nameTaken } from './tree/claim-names';
import { ENTRY_COLUMNS, type EntryRow } from './tree/entry-row';
import { insertEntry, onlyRow } from './tree/insert-entry';
import { nameBlob } from './tree/name-blob';
import { changeUsedBytes } from './tree/quota';

export interface FilePlace {
  parentId: string;
  /** As parseEntryName gave it. */
  name: string;
  onConflict: OnConflict;
}

export interface SavedFile {
  entry: Entry;
  /** True where an entry that was there got these bytes. */
  replaced: boolean;
}

/**
 * Makes staged bytes a file: quota, blob, row and event in one transaction. The staged bytes are used up, also
 * when this fails.
 * @throws {NetdiskError} `not_found` (the folder), `name_taken`, `quota_exceeded`.
 */
export async function saveFile(
  { db, blobs }: { db: Database; blobs: BlobStore },
  actor: Actor,
  place: FilePlace,
  staged: StagedBlob,
): Promise<SavedFile> {
  try {
    return await changeDrive(db, actor.accountId, async (tx) => {
      const parent = await findOwnedFolder(tx, actor, place.parentId);
      const previous = await findReplaced(tx, parent.id, place);
      await changeUsedBytes(tx, actor.accountId, BigInt(staged.sizeBytes) - (previous?.sizeBytes ?? 0n));
      const row = previous
        ? await replaceContent(tx, blobs, previous, staged)
        : await addFile(tx, blobs, { ...place, parentId: parent.id, ownerId: actor.accountId }, staged);
      return {
        result: { entry: await presentEntry(tx, actor, row), replaced: previous !== null },
        events: [...savedEvents([row]), ...(await requestReading(tx, row))],
        live: changedFolders(actor, [parent.id]),
      };
    });
  } finally {
    await blobs.discard(staged);
  }
}

/**
 * The file that is to get the new bytes, or null where a new entry is to be made.
 * @throws {NetdiskError} `name_taken` where a folder has the name: bytes cannot replace a folder.
 */
export async function findReplaced(
  db: Transaction,
  parentId: string,
  place: Pick<FilePlace, 'name' | 'onConflict'>,
): Promise<EntryRow | null> {
  if (place.onConflict !== 'replace') return null;
  const sibling = await db.entry.findFirst({
    where: { parentId, nameKey: nameKey(place.name), trashedAt: null, purgedAt: null },
  });
  if (sibling?.kind === 'folder') throw nameTaken(place.name);
  return sibling;
}

async function replaceContent(
  tx: Transaction,
  blobs: BlobStore,
  previous: EntryRow,
  staged: StagedBlob,
): Promise<EntryRow> {
  await nameBlob(tx, blobs, staged);
  const rows = await tx.$queryRaw<EntryRow[]>`
    UPDATE entries e
    SET sha256 = ${staged.sha256}, size_bytes = ${staged.sizeBytes}, mime_type = ${mediaTypeOf(previous.name, 'file')},
        updated_at = clock_timestamp(), revision = nextval('entry_revision_seq')
    WHERE e.id = ${previous.id}::uuid
    RETURNING ${ENTRY_COLUMNS}`;
  return onlyRow(rows);
}

async function addFile(
  tx: Transaction,
  blobs: BlobStore,
  place: FilePlace & { ownerId: string },
  staged: StagedBlob,
): Promise<EntryRow> {
  const { ownerId, parentId } = place;
  const onConflict = place.onConflict === 'rename' ? 'rename' : 'fail';
  const name = await claimName(tx, { parentId }, { name: place.name, kind: 'file' }, onConflict);
  await nameBlob(tx, blobs, staged);
  return insertEntry(tx, { ownerId, parentId, kind: 'file', name, content: staged });
}
