import { Readable } from 'node:stream';
import type { Database } from '@/server/database/client';
import { notFound } from '@/server/errors';
import type { FileContent } from './open-content';

/**
 * The small picture of the same content, in place of its bytes.
 * @throws {NetdiskError} `not_found` where there is none: not yet, or never.
 */
export async function asThumbnail(db: Database, content: FileContent): Promise<FileContent> {
  const made = await db.blobThumbnail.findFirst({
    where: { sha256: content.sha256, status: 'done' },
    select: { bytes: true },
  });
  const bytes = made?.bytes;
  if (!bytes) throw notFound('thumbnail');
  return {
    ...content,
    mimeType: 'image/webp',
    sizeBytes: bytes.byteLength,
    // Other bytes than the file's: an ETag must not say they are the same.
    sha256: `${content.sha256}-thumbnail`,
    open: async (range) => Readable.from([range ? bytes.subarray(range.start, range.end + 1) : bytes]),
  };
}
