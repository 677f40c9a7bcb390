import type { NetdiskEvent } from '@/contracts/events';
import { mayHaveThumbnail } from '@/contracts/thumbnails';
import type { Transaction } from '@/server/database/client';
import { formatOf } from './content-format';
import { isExtractable } from './is-extractable';

/** A file as its row has it. */
interface FileRow {
  sha256: string | null;
  extension: string;
  sizeBytes: bigint;
}

/**
 * Asks for the text and the thumbnail of a file whose bytes nobody asked to be read before: what is made of them belongs
 * to the blob, so a copy or the same upload again asks for nothing. Whose name says that they are of another format has
 * them read anew where nothing came of it, or where they were taken for plain text: else who uploads a document as
 * 'x.txt' first would keep its text from everybody.
 */
export async function requestReading(tx: Transaction, file: FileRow): Promise<NetdiskEvent[]> {
  const { sha256, extension } = file;
  if (sha256 === null) return [];
  const size = Number(file.sizeBytes);
  const events: NetdiskEvent[] = [];
  const format = formatOf(extension);
  if (format !== null && isExtractable(format, size)) {
    const asked = await tx.$executeRaw`
      INSERT INTO blob_texts (sha256, status, format) VALUES (${sha256}, 'requested', ${format})
      ON CONFLICT (sha256) DO UPDATE SET status = 'requested', format = excluded.format, requested_at = now()
      WHERE blob_texts.format <> excluded.format
        AND (blob_texts.status IN ('empty', 'failed') OR blob_texts.format = 'text')`;
    if (asked === 1) events.push({ type: 'content.extraction-requested', sha256, extension });
  }
  if (mayHaveThumbnail({ extension, size })) {
    const added = await tx.$executeRaw`
      INSERT INTO blob_thumbnails (sha256, status) VALUES (${sha256}, 'requested') ON CONFLICT (sha256) DO NOTHING`;
    if (added === 1) events.push({ type: 'content.thumbnail-requested', sha256 });
  }
  return events;
}
