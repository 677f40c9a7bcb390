import type { Prisma } from '@/prisma/generated/client';
import type { Database, Transaction } from '@/server/database/client';
import { savedEvents } from '@/server/drive/entry-events';
import { CHANGED_COLUMNS, type ChangedRow } from '@/server/drive/tree/entry-row';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import { contentWords } from '@/server/search/content/content-words';
import type { BlobStore } from '@/server/storage/blob-store';
import { formatOf } from './content-format';
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
  // Read as another format it is asked for by a later message.
  const requested: Requested = {
    sha256,
    status: 'requested',
    format: { in: [formatOf(extension) ?? FORMAT_NOT_KEPT, FORMAT_NOT_KEPT] },
  };
  if ((await db.blobText.count({ where: requested })) === 0) return;
  const extracted = await extractText({ open: () => blobs.open(sha256), extension });
  if (extracted.status !== 'done') return noteUnread(db, requested, extracted);
  const read = { text: extracted.text, words: contentWords(extracted.text), extractedAt: new Date() };
  await commitWithEvents(db, async (tx) => {
    const stored = await tx.blobText.updateMany({
      where: requested,
      data: { ...read, status: 'done', reason: null },
    });
    const rows = stored.count === 0 ? [] : await raiseEntries(tx, sha256);
    return { result: undefined, events: savedEvents(rows), live: [] };
  });
}

/** Of a request made before formats were kept. */
const FORMAT_NOT_KEPT = '';

type Requested = Prisma.BlobTextWhereInput;

/** What was read of the bytes as another format stays: a wrong name must not take it away from others. */
async function noteUnread(
  db: Database,
  requested: Requested,
  extracted: Exclude<ExtractedText, { status: 'done' }>,
): Promise<void> {
  const reason = extracted.status === 'failed' ? extracted.reason : null;
  const noted = { reason, extractedAt: new Date() };
  await db.blobText.updateMany({
    where: { ...requested, text: '' },
    data: { ...noted, status: extracted.status },
  });
  await db.blobText.updateMany({ where: requested, data: { ...noted, status: 'done' } });
}

async function raiseEntries(tx: Transaction, sha256: string): Promise<ChangedRow[]> {
  return tx.$queryRaw<ChangedRow[]>`
    UPDATE entries e SET revision = nextval('entry_revision_seq')
    WHERE e.sha256 = ${sha256} AND e.trashed_at IS NULL AND e.purged_at IS NULL
    RETURNING ${CHANGED_COLUMNS}`;
}
