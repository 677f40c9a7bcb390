import type { Readable } from 'node:stream';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { invalidInput, notFound } from '@/server/errors';
import type { BlobStore, ByteRange } from '@/server/storage/blob-store';
import { findLiveEntry } from './owned-entry';
import type { EntryRow } from './tree/entry-row';

/** The bytes of a file and what an answer says of them. Nothing is open before `open` is called. */
export interface FileContent {
  name: string;
  mimeType: string;
  sizeBytes: number;
  sha256: string;
  modifiedAt: Date;
  /** Asked once before these bytes are answered, where they have to be granted; what it throws is the answer. */
  admit?(range?: ByteRange): Promise<void>;
  open(range?: ByteRange): Promise<Readable>;
}

/**
 * The content of a file of this person.
 * @throws {NetdiskError} `not_found` (also in the recycle bin), `invalid_input` for a folder.
 */
export async function openContent(
  { db, blobs }: { db: Database; blobs: BlobStore },
  actor: Actor,
  id: string,
): Promise<FileContent> {
  return contentOf(blobs, await findLiveEntry(db, actor, id));
}

/**
 * The content of an entry that the caller has checked: an owner's (above), or what a share shows.
 * @throws {NetdiskError} `invalid_input` for a folder, `not_found` where the bytes are missing.
 */
export async function contentOf(
  blobs: BlobStore,
  row: Pick<EntryRow, 'name' | 'mimeType' | 'sizeBytes' | 'sha256' | 'updatedAt'>,
): Promise<FileContent> {
  const { sha256 } = row;
  if (sha256 === null) {
    throw invalidInput('id', 'A folder has no content of its own. Ask for a file.');
  }
  if (!(await blobs.has(sha256))) throw notFound('content');
  return {
    name: row.name,
    mimeType: row.mimeType,
    sizeBytes: Number(row.sizeBytes),
    sha256,
    modifiedAt: row.updatedAt,
    open: (range) => blobs.open(sha256, range),
  };
}
