import { fileURLToPath } from 'node:url';
import type { Database } from '@/server/database/client';
import type { BlobStore } from '@/server/storage/blob-store';
import { runLimited } from '../process/run-limited';
import { withCopy } from '../process/with-copy';

const PROGRAM = fileURLToPath(new URL('./thumbnail-process.ts', import.meta.url));
/** The pixels themselves are outside of the heap: thumbnail-process.ts limits those. */
const LIMITS = { milliseconds: 20_000, memoryMib: 256 };
/** The worst noise of that size takes a third. */
const MAX_THUMBNAIL_BYTES = 512 * 1024;

/**
 * Makes the thumbnail of a blob: WebP, at most 384 pixels long, upright, without metadata, of the first frame. Asked
 * again for the same blob it does nothing. A file that is no picture, or too large a one, is noted as such, and is no
 * reason to throw.
 * @throws {Error} only when the bytes cannot be had.
 */
export async function makeThumbnail(
  { db, blobs }: { db: Database; blobs: BlobStore },
  { sha256 }: { sha256: string },
): Promise<void> {
  const requested = await db.blobThumbnail.findFirst({ where: { sha256, status: 'requested' } });
  if (!requested) return;
  const made = await withCopy(await blobs.open(sha256), (copy) =>
    runLimited(PROGRAM, [copy], { ...LIMITS, maxBytes: MAX_THUMBNAIL_BYTES }),
  );
  await db.blobThumbnail.updateMany({
    where: { sha256, status: 'requested' },
    data:
      'reason' in made
        ? { status: 'failed', reason: made.reason }
        : { status: 'done', bytes: new Uint8Array(made.output) },
  });
}
