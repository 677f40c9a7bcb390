import type { Database } from '@/server/database/client';
import { commitWithEvents } from '@/server/outbox/commit-with-events';

/** What a message of expiry led to. `notDueUntil`: it came early, or the share is being changed; ask again then. */
export type ExpiryOutcome = 'expired' | 'nothing-to-do' | { notDueUntil: Date };

export interface ExpiryMessage {
  shareBatchNum: string;
  generation: number;
}

interface FoundShare {
  shareBatchNum: string;
  ownerId: string;
  endTime: Date | null;
  expired: boolean;
}

/**
 * Marks shares as ended where they are what their message was made for: not rescheduled since (another generation),
 * not cancelled, not ended already, and due by the database's clock. So duplicates, late and early messages are
 * harmless. Many end in the same second: one statement marks them all. That a share is refused from its end on does
 * not depend on this (see share-access.ts).
 * @returns an outcome for each message, in order.
 */
export async function expireShares(db: Database, messages: ExpiryMessage[]): Promise<ExpiryOutcome[]> {
  const found = await commitWithEvents(db, async (tx) => {
    const shares = await tx.$queryRaw<FoundShare[]>`
      WITH asked AS (
        SELECT DISTINCT share_batch_num, generation
        FROM unnest(${messages.map(({ shareBatchNum }) => shareBatchNum)}::text[],
          ${messages.map(({ generation }) => generation)}::integer[]) AS asked(share_batch_num, generation)),
      running AS (
        SELECT s.share_batch_num, s.owner_id, s.end_time FROM shares s JOIN asked USING (share_batch_num, generation)
        WHERE s.share_status = 0 AND s.cancelled_at IS NULL),
      -- One that a visitor is saving may be locked for minutes, and must not hold up the others; it is asked for again.
      free AS (
        SELECT s.share_batch_num FROM shares s JOIN asked USING (share_batch_num, generation)
        WHERE s.share_status = 0 AND s.cancelled_at IS NULL AND s.end_time <= clock_timestamp()
        FOR UPDATE OF s SKIP LOCKED),
      expired AS (
        UPDATE shares s SET share_status = 1, expired_at = clock_timestamp()
        FROM free WHERE s.share_batch_num = free.share_batch_num
        RETURNING s.share_batch_num)
      SELECT running.share_batch_num AS "shareBatchNum", running.owner_id AS "ownerId",
        running.end_time AS "endTime", expired.share_batch_num IS NOT NULL AS expired
      FROM running LEFT JOIN expired USING (share_batch_num)`;
    const live = shares
      .filter(({ expired }) => expired)
      .map(({ ownerId, shareBatchNum }) => ({ type: 'share.expired' as const, ownerId, shareBatchNum }));
    return { result: shares, events: [], live };
  });
  const byNumber = new Map(found.map((share) => [share.shareBatchNum, share]));
  return messages.map(({ shareBatchNum }) => outcomeOf(byNumber.get(shareBatchNum)));
}

function outcomeOf(share: FoundShare | undefined): ExpiryOutcome {
  if (share?.expired) return 'expired';
  return share?.endTime ? { notDueUntil: share.endTime } : 'nothing-to-do';
}
