import type { Database } from '@/server/database/client';
import { savedEvents } from '@/server/drive/entry-events';
import { CHANGED_COLUMNS, type ChangedRow } from '@/server/drive/tree/entry-row';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import { contentWords } from '@/server/search/content/content-words';
import type { BlobStore } from '@/server/storage/blob-store';
import { type ExtractedText, extractText } from './extract-text';

/**
 * Reads the text of a blob and has the entries that name it indexed again, with new revisions: an index takes no
 * document of a revision it has. Asked again for the same blob it does nothing. A file that cannot be read is noted
 * as such, and is no reason to throw.
 */
export async function extractContent(
  { db, blobs }: { db: Database; blobs: BlobStore },
  { sha256, extension }: { sha256: string; extension: string },
): Promise<void> {
  const requested = await db.blobText.findFirst({
    where: { sha256, status: 'requested' },
    select: { sha256: true },
  });
  if (!requested) return;
  const extracted = await extractText({ open: () => blobs.open(sha256), extension });
  await commitWithEvents(db, async (tx) => {
    const stored = await tx.blobText.updateMany({
      where: { sha256, status: 'requested' },
      data: { ...columnsOf(extracted), extractedAt: new Date() },
    });
    if (stored.count === 0 || extracted.status !== 'done') return { result: undefined, events: [], live: [] };
    const rows = await tx.$queryRaw<ChangedRow[]>`
      UPDATE entries e SET revision = nextval('entry_revision_seq')
      WHERE e.sha256 = ${sha256} AND e.trashed_at IS NULL AND e.purged_at IS NULL
      RETURNING ${CHANGED_COLUMNS}`;
    return { result: undefined, events: savedEvents(rows), live: [] };
  });
}

function columnsOf(extracted: ExtractedText): {
  status: string;
  reason?: string;
  text?: string;
  words?: string;
} {
  switch (extracted.status) {
    case 'done': {
      const { text } = extracted;
      return { status: 'done', text, words: contentWords(text) };
    }
    case 'empty':
      return { status: 'empty' };
    case 'failed':
      return { status: 'failed', reason: extracted.reason };
  }
}
