import type { NetdiskEvent } from '@/contracts/events';
import { mayHaveThumbnail } from '@/contracts/thumbnails';
import type { Transaction } from '@/server/database/client';
import { isExtractable } from './is-extractable';

/** A file as its row has it. */
interface FileRow {
  sha256: string | null;
  extension: string;
  sizeBytes: bigint;
}

/**
 * Asks for the text and the thumbnail of a file whose bytes nobody asked to be read before: what is made of them belongs
 * to the blob, so a rename, a copy or the same upload again asks for nothing.
 */
export async function requestReading(tx: Transaction, file: FileRow): Promise<NetdiskEvent[]> {
  const { sha256, extension } = file;
  if (sha256 === null) return [];
  const size = Number(file.sizeBytes);
  const events: NetdiskEvent[] = [];
  if (isExtractable({ extension, sizeBytes: size })) {
    const added = await tx.$executeRaw`
      INSERT INTO blob_texts (sha256, status) VALUES (${sha256}, 'requested') ON CONFLICT (sha256) DO NOTHING`;
    if (added === 1) events.push({ type: 'content.extraction-requested', sha256, extension });
  }
  if (mayHaveThumbnail({ extension, size })) {
    const added = await tx.$executeRaw`
      INSERT INTO blob_thumbnails (sha256, status) VALUES (${sha256}, 'requested') ON CONFLICT (sha256) DO NOTHING`;
    if (added === 1) events.push({ type: 'content.thumbnail-requested', sha256 });
  }
  return events;
}
