import type { Database } from '@/server/database/client';
import { inParts } from '@/server/database/in-parts';
import { commitWithEvents } from '@/server/outbox/commit-with-events';

const NOTICES_PER_TRANSACTION = 500;

/**
 * Tells owners, once for each end that was agreed on, that a share ends within a day: one live event, and a notice
 * that stays until they dismiss it. Nothing is told of a share that was cancelled, or of one whose end was agreed on
 * less than two days before it, nor to an account that does not want it. Several sweeps at once share the work.
 * @returns how many were told of.
 */
export function giveEndNotices(db: Database): Promise<number> {
  return inParts(NOTICES_PER_TRANSACTION, (limit) => giveSome(db, limit));
}

function giveSome(db: Database, limit: number): Promise<number> {
  return commitWithEvents(db, async (tx) => {
    const rows = await tx.$queryRaw<{ share_batch_num: string; owner_id: string }[]>`
      WITH ending AS (
        SELECT s.share_batch_num, s.generation, s.owner_id FROM shares s JOIN accounts a ON a.id = s.owner_id
        WHERE s.share_status = 0 AND s.cancelled_at IS NULL AND a.end_notices AND a.disabled_at IS NULL
          AND s.end_time > clock_timestamp() AND s.end_time <= clock_timestamp() + interval '1 day'
          AND s.end_time >= s.end_set_at + interval '2 days'
          AND NOT EXISTS (
            SELECT 1 FROM end_notices n
            WHERE n.share_batch_num = s.share_batch_num AND n.generation = s.generation)
        -- A change that is under way waits for no notice, and none is given of what it changes.
        ORDER BY s.end_time LIMIT ${limit} FOR NO KEY UPDATE OF s SKIP LOCKED),
      told AS (
        INSERT INTO end_notices (share_batch_num, generation)
        SELECT share_batch_num, generation FROM ending
        ON CONFLICT DO NOTHING RETURNING share_batch_num)
      SELECT share_batch_num, owner_id FROM ending JOIN told USING (share_batch_num)`;
    return {
      result: rows.length,
      events: [],
      live: rows.map((row) => ({
        type: 'share.ending' as const,
        ownerId: row.owner_id,
        shareBatchNum: row.share_batch_num,
      })),
    };
  });
}
