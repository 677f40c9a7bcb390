import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { notFound } from '@/server/errors';
import type { BlobStore } from '@/server/storage/blob-store';
import { findOwnedEntries, inRecycleBin, type OwnedEntry } from '../owned-entry';
import { type Archive, archiveOf } from './archive-of';

/**
 * An archive of a person's own files and folders.
 * @throws {NetdiskError} `not_found`, where one of them is not; `invalid_input` where a path is too long for a zip.
 */
export async function openArchive(
  services: { db: Database; blobs: BlobStore },
  actor: Actor,
  ids: string[],
): Promise<Archive> {
  const wanted = [...new Set(ids)];
  const found = await findOwnedEntries(services.db, actor, wanted);
  return archiveOf(
    services,
    wanted.map((id) => liveEntry(found.get(id))),
  );
}

function liveEntry(entry: OwnedEntry | undefined): OwnedEntry {
  if (!entry) throw notFound('file or folder');
  if (entry.trashedAt) throw inRecycleBin();
  return entry;
}
