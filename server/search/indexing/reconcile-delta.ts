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

/** Revisions after the first and up to the second. */
export interface RevisionRange {
  above: bigint;
  upTo: bigint;
}

/**
 * Publishes again the changes of some revisions that the index still does not show: their messages were lost, or gave
 * up. Does nothing while the outbox holds events that old and never tried, because then nothing is lost, only waiting.
 * @returns how many, and up to which revision none is left to be published: whoever begins above it next time publishes
 * each change once, however long the index takes.
 */
export async function reconcileDelta(
  db: Database,
  { above, upTo }: RevisionRange,
): Promise<{ entries: number; upTo: bigint }> {
  // Those that the broker refused are no reason to wait: one that it never takes would end all repair.
  const [outbox] = await db.$queryRaw<{ waiting: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM outbox_events
      WHERE created_at < now() - interval '1 minute' AND attempts = 0 AND type LIKE 'entry.%') AS waiting`;
  if (outbox?.waiting) return { entries: 0, upTo: above };
  return commitWithEvents(db, async (tx) => {
    const rows = await tx.$queryRaw<(ChangedRow & { live: boolean })[]>`
      SELECT ${CHANGED_COLUMNS}, ${IS_LIVE} AS live FROM entries e
      WHERE ${IS_PENDING} AND e.revision > ${above} AND e.revision <= ${upTo}
      ORDER BY e.revision LIMIT ${MAX_REPUBLISHED}`;
    const last = rows.length === MAX_REPUBLISHED ? rows.at(-1) : undefined;
    const result = { entries: rows.length, upTo: last ? BigInt(last.revision) : upTo };
    return { result, events: currentEvents(rows), live: [] };
  });
}
