import type { Database } from '@/server/database/client';
import { currentEvents } from '@/server/drive/entry-events';
import { CHANGED_COLUMNS, type ChangedRow, IS_LIVE, IS_PENDING } from '@/server/drive/tree/entry-row';
import { commitWithEvents } from '@/server/outbox/commit-with-events';

/** Bounds what one run adds to a queue that may only be slow. */
const MAX_REPUBLISHED = 5_000;

/** The newest revision given out so far. A caller keeps it: what is pending below it a minute later is late. */
export async function readNewestRevision(db: Database): Promise<bigint> {
  const [sequence] = await db.$queryRaw<{ value: bigint }[]>`
    SELECT last_value AS value FROM entry_revision_seq`;
  return sequence?.value ?? 0n;
}

/**
 * Publishes again the changes up to a revision that the index still does not show: their messages were lost, or
 * gave up. Does nothing while the outbox holds events that old, because then nothing is lost, only waiting.
 * @returns how many.
 */
export async function reconcileDelta(db: Database, upToRevision: bigint): Promise<number> {
  const [outbox] = await db.$queryRaw<{ waiting: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM outbox_events WHERE created_at < now() - interval '1 minute' AND type LIKE 'entry.%') AS waiting`;
  if (outbox?.waiting) return 0;
  return commitWithEvents(db, async (tx) => {
    const rows = await tx.$queryRaw<(ChangedRow & { live: boolean })[]>`
      SELECT ${CHANGED_COLUMNS}, ${IS_LIVE} AS live FROM entries e
      WHERE ${IS_PENDING} AND e.revision <= ${upToRevision}
      ORDER BY e.revision LIMIT ${MAX_REPUBLISHED}`;
    return { result: rows.length, events: currentEvents(rows), live: [] };
  });
}
