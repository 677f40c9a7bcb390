import type { EntryEvent } from '@/contracts/events';
import type { Database, Transaction } from '@/server/database/client';
import { currentEvents } from '@/server/drive/entry-events';
import { CHANGED_COLUMNS, type ChangedRow, IS_LIVE } from '@/server/drive/tree/entry-row';
import { commitWithEvents } from '@/server/outbox/commit-with-events';

/** A document that disagrees with the database, and the revision it claims (0 where it is missing). */
export interface WrongDocument {
  entryId: string;
  ownerId: string;
  revision: number;
}

/**
 * Has wrong documents written again. Each row gets a new revision, above the document's, so that the index takes
 * the write and the delta answers until it did; a document without a row gets a tombstone.
 */
export async function repairEntries(db: Database, wrong: WrongDocument[]): Promise<void> {
  const byId = new Map(wrong.map((document) => [document.entryId, document]));
  const ids = [...byId.keys()];
  if (ids.length === 0) return;
  await commitWithEvents(db, async (tx) => {
    await raiseSequence(tx, Math.max(...wrong.map(({ revision }) => revision)));
    const rows = await tx.$queryRaw<(ChangedRow & { live: boolean })[]>`
      WITH locked AS (SELECT id FROM entries WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE)
      UPDATE entries e SET revision = nextval('entry_revision_seq') FROM locked WHERE e.id = locked.id
      RETURNING ${CHANGED_COLUMNS}, ${IS_LIVE} AS live`;
    for (const { id } of rows) byId.delete(id);
    const events = [...currentEvents(rows), ...[...byId.values()].map(removalWithoutRow)];
    return { result: undefined, events, live: [] };
  });
}

/** Revisions ahead of the sequence come from a database restored from a backup: it must overtake them. */
async function raiseSequence(tx: Transaction, revision: number): Promise<void> {
  await tx.$executeRaw`
    SELECT setval('entry_revision_seq', ${revision}::bigint)
    FROM entry_revision_seq WHERE last_value < ${revision}::bigint`;
}

function removalWithoutRow({ entryId, ownerId, revision }: WrongDocument): EntryEvent {
  return {
    type: 'entry.removed',
    userFileId: entryId,
    userId: ownerId,
    revision: revision + 1,
    fileName: '',
    extendName: '',
    isDir: 0,
  };
}
