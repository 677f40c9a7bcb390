import type { LiveEvent } from '@/contracts/events';
import type { Transaction } from '@/server/database/client';

/** Ends a share for good; what its owner's pages are told, which is nothing where it was cancelled before. */
export async function markCancelled(tx: Transaction, shareBatchNum: string): Promise<LiveEvent[]> {
  const rows = await tx.$queryRaw<{ owner_id: string }[]>`
    UPDATE shares SET cancelled_at = clock_timestamp()
    WHERE share_batch_num = ${shareBatchNum} AND cancelled_at IS NULL RETURNING owner_id`;
  return rows.map(({ owner_id }) => ({ type: 'share.changed', ownerId: owner_id, shareBatchNum }));
}
