import type { Client } from 'pg';
import type { Database } from '@/server/database/client';
import { NIL_UUID } from '@/server/database/is-uuid';
import { IS_PENDING } from '@/server/drive/tree/entry-row';
import type { IndexedState, SearchIndex } from '../search-index';
import { type CurrentEntry, readCurrentEntries } from './file-document';
import { markIndexed } from './mark-indexed';

// Takes out of the delta what a rebuilt index shows: after a loss that is everything.

const ROWS_PER_STATEMENT = 10_000;
const ENTRIES_PER_PAGE = 1_000;
const LOCK_TRIES = 5;

/**
 * The highest revision of entries at a moment when no change of any is under way: whatever is read of them afterwards
 * has it, or was changed after that moment and has a higher one. A sequence alone does not tell, because a transaction
 * that took a number from it may commit much later.
 * @returns null where writers left no such moment within a few seconds.
 */
export async function readSettledRevision(client: Client): Promise<bigint | null> {
  for (let attempt = 0; attempt < LOCK_TRIES; attempt += 1) {
    await client.query('BEGIN');
    try {
      // Writers queue up behind this lock: better to try again than to hold them up.
      await client.query("SET LOCAL lock_timeout = '500ms'");
      await client.query('LOCK TABLE entries IN SHARE MODE');
      const { rows } = await client.query<{ last: string }>(
        'SELECT last_value AS last FROM entry_revision_seq',
      );
      await client.query('COMMIT');
      return rows[0] ? BigInt(rows[0].last) : null;
    } catch (error) {
      await client.query('ROLLBACK');
      if (!isLockTimeout(error)) throw error;
    }
  }
  return null;
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03';
}

/**
 * Marks as indexed what the rebuild has read at its settled revision, which is nearly all, in a few statements; and
 * one by one, by asking the index, what was changed since.
 */
export async function markRebuilt(
  db: Database,
  searchIndex: SearchIndex,
  settledRevision: bigint | null,
): Promise<void> {
  await searchIndex.makeVisible();
  if (settledRevision !== null) await markSettled(db, settledRevision);
  await markShown(db, searchIndex);
}

async function markSettled(db: Database, settledRevision: bigint): Promise<void> {
  for (let after = NIL_UUID; ; ) {
    const [marked] = await db.$queryRaw<{ last: string | null }[]>`
      WITH pending AS (
        SELECT id FROM entries e
        WHERE ${IS_PENDING} AND id > ${after}::uuid
        ORDER BY id LIMIT ${ROWS_PER_STATEMENT}),
      -- Changed since it was read: then its revision is higher.
      locked AS (
        SELECT e.id FROM entries e JOIN pending USING (id) WHERE e.revision <= ${settledRevision}
        ORDER BY e.id FOR NO KEY UPDATE OF e),
      done AS (UPDATE entries e SET indexed_revision = e.revision FROM locked WHERE e.id = locked.id)
      SELECT max(id::text) AS last FROM pending`;
    if (!marked?.last) return;
    after = marked.last;
  }
}

async function markShown(db: Database, searchIndex: SearchIndex): Promise<void> {
  for (let after = NIL_UUID; ; ) {
    const rows = await db.$queryRaw<{ id: string }[]>`
      SELECT id FROM entries e
      WHERE ${IS_PENDING} AND id > ${after}::uuid
      ORDER BY id LIMIT ${ENTRIES_PER_PAGE}`;
    const last = rows.at(-1);
    if (!last) return;
    const ids = rows.map(({ id }) => id);
    const entries = await readCurrentEntries(db, ids);
    const states = new Map((await searchIndex.read(ids)).map((state) => [state.entryId, state]));
    await markIndexed(
      db,
      [...entries.values()].filter((entry) => isShown(entry, states.get(entry.entryId))),
    );
    after = last.id;
  }
}

function isShown(entry: CurrentEntry, state: IndexedState | undefined): boolean {
  if (!entry.live) return !state || state.removed;
  return state !== undefined && !state.removed && state.revision === entry.revision;
}
