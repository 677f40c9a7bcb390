import type { ShareBatchResult } from '@/contracts/shares';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { notFound } from '@/server/errors';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import { isShareBatchNum } from './owned-share';

interface FoundShare {
  shareBatchNum: string;
  /** It ran or had expired until now. */
  cancelled: boolean;
}

/**
 * Ends many shares for good, in one transaction, at once on every route. Each is answered by itself: `not_found` where
 * it is none of the actor's. Cancelling again is harmless.
 */
export async function cancelShares(
  db: Database,
  actor: Actor,
  shareBatchNums: string[],
): Promise<ShareBatchResult> {
  const asked = shareBatchNums.filter(isShareBatchNum);
  return commitWithEvents(db, async (tx) => {
    // Locked in one order: two batches with the same shares would otherwise wait for each other.
    const found = await tx.$queryRaw<FoundShare[]>`
      WITH owned AS (
        SELECT share_batch_num, cancelled_at FROM shares
        WHERE share_batch_num = ANY(${asked}) AND owner_id = ${actor.accountId}::uuid
        ORDER BY share_batch_num FOR UPDATE),
      cancelled AS (
        UPDATE shares SET cancelled_at = clock_timestamp() FROM owned
        WHERE shares.share_batch_num = owned.share_batch_num AND owned.cancelled_at IS NULL
        RETURNING shares.share_batch_num)
      SELECT share_batch_num AS "shareBatchNum", cancelled.share_batch_num IS NOT NULL AS cancelled
      FROM owned LEFT JOIN cancelled USING (share_batch_num)`;
    const known = new Set(found.map(({ shareBatchNum }) => shareBatchNum));
    return {
      result: { items: shareBatchNums.map((asked) => outcomeOf(asked, known.has(asked))) },
      events: [],
      live: found
        .filter(({ cancelled }) => cancelled)
        .map(({ shareBatchNum }) => ({ type: 'share.changed', ownerId: actor.accountId, shareBatchNum })),
    };
  });
}

function outcomeOf(shareBatchNum: string, isKnown: boolean): ShareBatchResult['items'][number] {
  if (isKnown) return { shareBatchNum, ok: true };
  const { code, message } = notFound('share');
  return { shareBatchNum, ok: false, error: { code, detail: message } };
}
