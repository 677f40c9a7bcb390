import type { NetdiskEvent } from '@/contracts/events';
import type { Transaction } from '@/server/database/client';
import { isExtractable } from './is-extractable';

/** A file as its row has it. */
interface FileRow {
  sha256: string | null;
  extension: string;
  sizeBytes: bigint;
}

/**
 * Asks for the text of a file whose bytes nobody asked to be read before: what is extracted belongs to the blob, so a
 * rename, a copy or the same upload again asks for nothing.
 */
export async function requestExtraction(tx: Transaction, file: FileRow): Promise<NetdiskEvent[]> {
  const { sha256, extension } = file;
  if (sha256 === null || !isExtractable({ extension, sizeBytes: Number(file.sizeBytes) })) return [];
  const added = await tx.$executeRaw`
    INSERT INTO blob_texts (sha256, status) VALUES (${sha256}, 'requested') ON CONFLICT (sha256) DO NOTHING`;
  return added === 1 ? [{ type: 'content.extraction-requested', sha256, extension }] : [];
}
