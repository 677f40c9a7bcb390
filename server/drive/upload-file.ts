import type { OnConflict } from '@/contracts/entries';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { NetdiskError } from '@/server/errors';
import type { BlobStore, StagedBlob } from '@/server/storage/blob-store';
import { parseEntryName } from './entry-name';
import { findOwnedFolder } from './owned-entry';
import { type FilePlace, findReplaced, type SavedFile, saveFile } from './save-file';
import { claimName } from './tree/claim-names';
import { quotaExceeded, readRoom } from './tree/quota';
import { countedBy, reserveRoom } from './tree/reserve-room';

export interface UploadFileInput {
  parentId: string;
  name: string;
  onConflict: OnConflict;
  source: AsyncIterable<Uint8Array>;
  /** What the sender said will come; absent where it did not say. */
  declaredBytes?: number;
}

/**
 * Receives a file. All that can be known before is checked before the first byte is read, and again in the
 * transaction that makes the entry. On any failure nothing is stored and nothing is listed.
 * @throws {NetdiskError} `invalid_input`, `not_found`, `name_taken`, `file_too_large`, `quota_exceeded`,
 * `body_incomplete`, `unavailable` (the disk is full).
 */
export async function uploadFile(
  services: { db: Database; blobs: BlobStore; config: { maxFileBytes: number } },
  actor: Actor,
  input: UploadFileInput,
): Promise<SavedFile> {
  const place = { ...input, name: parseEntryName(input.name) };
  const { maxFileBytes } = services.config;
  if ((input.declaredBytes ?? 0) > maxFileBytes) {
    throw new NetdiskError('file_too_large', `A file may have ${maxFileBytes} bytes at most.`);
  }
  const roomBytes = await checkPlace(services.db, actor, place, input.declaredBytes);
  const reserved = reserveRoom(actor.accountId, roomBytes);
  try {
    const { declaredBytes, source } = input;
    if (declaredBytes !== undefined) reserved.take(declaredBytes);
    const counted = declaredBytes === undefined ? countedBy(reserved, source) : source;
    const staged = await stage(services.blobs, { ...input, source: counted }, { maxFileBytes, roomBytes });
    return await saveFile(services, actor, place, staged);
  } finally {
    reserved.release();
  }
}

/** The bytes this upload may take, or the reason why it cannot succeed whatever comes. */
async function checkPlace(
  db: Database,
  actor: Actor,
  place: FilePlace,
  declaredBytes: number | undefined,
): Promise<bigint> {
  const parent = await findOwnedFolder(db, actor, place.parentId);
  const previous = await findReplaced(db, parent.id, place);
  if (place.onConflict === 'fail') {
    await claimName(db, { parentId: parent.id }, { name: place.name, kind: 'file' }, 'fail');
  }
  // A file that gets smaller is welcome, also where the quota was lowered below what is there.
  const room = previous?.sizeBytes ?? 0n;
  const free = await readRoom(db, actor.accountId);
  const roomBytes = free > 0n ? free + room : room;
  const declared = BigInt(declaredBytes ?? 0);
  if (declared > roomBytes) throw quotaExceeded(declared, roomBytes);
  return roomBytes;
}

/** A body without a declared length may not fill the disk beyond the quota before it is refused. */
async function stage(
  blobs: BlobStore,
  input: UploadFileInput,
  { maxFileBytes, roomBytes }: { maxFileBytes: number; roomBytes: bigint },
): Promise<StagedBlob> {
  const quotaIsFirst = roomBytes < BigInt(maxFileBytes);
  const maxBytes = quotaIsFirst ? Number(roomBytes) : maxFileBytes;
  try {
    return await blobs.stage(input.source, { maxBytes, expectedBytes: input.declaredBytes });
  } catch (error) {
    const tooLarge = error instanceof NetdiskError && error.code === 'file_too_large';
    if (tooLarge && quotaIsFirst) throw quotaExceeded(roomBytes + 1n, roomBytes);
    throw error;
  }
}
