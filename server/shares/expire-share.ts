import type { Database, Transaction } from '@/server/database/client';
import { commitWithEvents } from '@/server/outbox/commit-with-events';

/** What a message of expiry led to. `notDueUntil`: it came early (the worker's clock is ahead); ask again then. */
export type ExpiryOutcome = 'expired' | 'nothing-to-do' | { notDueUntil: Date };

/**
 * Marks a share as ended, if it is the one the message was made for: not rescheduled since (another generation),
 * not cancelled, not ended already, and due by the database's clock. So duplicates, late and early messages are
 * harmless. That a share is refused from its end on does not depend on this (see share-access.ts).
 */
export async function expireShare(
  db: Database,
  message: { shareBatchNum: string; generation: number },
): Promise<ExpiryOutcome> {
  return commitWithEvents<ExpiryOutcome>(db, async (tx) => {
    const { shareBatchNum, generation } = message;
    const expired = await tx.$queryRaw<{ owner_id: string }[]>`
      UPDATE shares SET share_status = 1, expired_at = clock_timestamp()
      WHERE share_batch_num = ${shareBatchNum} AND generation = ${generation}
        AND share_status = 0 AND cancelled_at IS NULL AND end_time <= clock_timestamp()
      RETURNING owner_id`;
    const ownerId = expired[0]?.owner_id;
    if (ownerId === undefined) {
      return { result: await explainNotExpired(tx, message), events: [], live: [] };
    }
    return { result: 'expired', events: [], live: [{ type: 'share.expired', ownerId, shareBatchNum }] };
  });
}

async function explainNotExpired(
  tx: Transaction,
  { shareBatchNum, generation }: { shareBatchNum: string; generation: number },
): Promise<ExpiryOutcome> {
  const share = await tx.share.findFirst({
    where: { shareBatchNum, generation, shareStatus: 0, cancelledAt: null },
    select: { endTime: true },
  });
  return share?.endTime ? { notDueUntil: share.endTime } : 'nothing-to-do';
}
