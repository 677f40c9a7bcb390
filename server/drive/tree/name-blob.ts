import type { Transaction } from '@/server/database/client';
import type { BlobStore, StagedBlob } from '@/server/storage/blob-store';

/**
 * Lets one upload or the collector deal with a blob at a time, until the transaction ends: so the bytes that
 * an upload is about to name are never removed under its hands. Taken after that of the drive (change-drive.ts), never before it.
 */
export async function lockBlob(tx: Transaction, sha256: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${sha256}, 1))`;
}

/**
 * Gives staged bytes their name, on the disk and in the table, so that an entry may name them. The bytes are
 * durable before the row that names them commits.
 */
export async function nameBlob(tx: Transaction, blobs: BlobStore, staged: StagedBlob): Promise<void> {
  await lockBlob(tx, staged.sha256);
  await tx.$executeRaw`
    INSERT INTO blobs (sha256, size_bytes, touched_at)
    VALUES (${staged.sha256}, ${staged.sizeBytes}, clock_timestamp())
    ON CONFLICT (sha256) DO UPDATE SET touched_at = excluded.touched_at`;
  await blobs.place(staged);
}
