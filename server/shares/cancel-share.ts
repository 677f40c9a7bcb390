import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import { lockOwnedShare } from './owned-share';

/**
 * Ends a share for good, at once on every route. Cancelling again is harmless.
 * @throws {NetdiskError} `not_found`.
 */
export async function cancelShare(db: Database, actor: Actor, shareBatchNum: string): Promise<void> {
  await commitWithEvents(db, async (tx) => {
    const share = await lockOwnedShare(tx, actor, shareBatchNum);
    if (share.cancelled) return { result: undefined, events: [], live: [] };
    await tx.$executeRaw`
      UPDATE shares SET cancelled_at = clock_timestamp() WHERE share_batch_num = ${share.shareBatchNum}`;
    return {
      result: undefined,
      events: [],
      live: [{ type: 'share.changed', ownerId: actor.accountId, shareBatchNum: share.shareBatchNum }],
    };
  });
}
