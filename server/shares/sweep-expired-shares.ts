import type { Database } from '@/server/database/client';
import { inParts } from '@/server/database/in-parts';
import { commitWithEvents } from '@/server/outbox/commit-with-events';

const SHARES_PER_TRANSACTION = 500;

/**
 * Marks every share that has ended and whose message was lost or is late. Several sweeps at once share the work.
 * @param lateMs how long a message is given after the end of its share.
 * @returns how many were marked.
 */
export function sweepExpiredShares(db: Database, { lateMs = 0 } = {}): Promise<number> {
  return inParts(SHARES_PER_TRANSACTION, (limit) => sweepSome(db, lateMs, limit));
}

function sweepSome(db: Database, lateMs: number, limit: number): Promise<number> {
  return commitWithEvents(db, async (tx) => {
    const rows = await tx.$queryRaw<{ share_batch_num: string; owner_id: string }[]>`
      UPDATE shares SET share_status = 1, expired_at = clock_timestamp()
      WHERE share_batch_num IN (
        SELECT share_batch_num FROM shares
        WHERE share_status = 0 AND cancelled_at IS NULL AND end_time <= clock_timestamp() - ${lateMs} * interval '1 millisecond'
        ORDER BY end_time LIMIT ${limit} FOR UPDATE SKIP LOCKED)
      RETURNING share_batch_num, owner_id`;
    return {
      result: rows.length,
      events: [],
      live: rows.map((row) => ({
        type: 'share.expired' as const,
        ownerId: row.owner_id,
        shareBatchNum: row.share_batch_num,
      })),
    };
  });
}
