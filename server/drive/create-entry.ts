import type { CreateEntryInput, Entry } from '@/contracts/entries';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import type { BlobStore } from '@/server/storage/blob-store';
import { changeDrive } from './change-drive';
import { changedFolders, savedEvents } from './entry-events';
import { parseEntryName } from './entry-name';
import { findOwnedFolder } from './owned-entry';
import { presentEntry } from './to-entry';
import { claimName } from './tree/claim-names';
import { insertEntry } from './tree/insert-entry';
import { uploadFile } from './upload-file';

/**
 * Makes a folder, or a file without bytes: an upload of nothing, so that it is like any other file.
 * @throws {NetdiskError} `invalid_input`, `not_found` (the folder), `name_taken`.
 */
export async function createEntry(
  services: { db: Database; blobs: BlobStore; config: { maxFileBytes: number } },
  actor: Actor,
  input: CreateEntryInput,
): Promise<Entry> {
  if (input.kind === 'folder') return createFolder(services.db, actor, input);
  const saved = await uploadFile(services, actor, { ...input, source: noBytes(), declaredBytes: 0 });
  return saved.entry;
}

async function createFolder(db: Database, actor: Actor, input: CreateEntryInput): Promise<Entry> {
  const wanted = { name: parseEntryName(input.name), kind: 'folder' as const };
  return changeDrive(db, actor.accountId, async (tx) => {
    const parent = await findOwnedFolder(tx, actor, input.parentId);
    const name = await claimName(tx, { parentId: parent.id }, wanted, input.onConflict);
    const place = { ownerId: actor.accountId, parentId: parent.id };
    const row = await insertEntry(tx, { ...place, kind: 'folder', name });
    return {
      result: await presentEntry(tx, actor, row),
      events: savedEvents([row]),
      live: changedFolders(actor, [parent.id]),
    };
  });
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}
