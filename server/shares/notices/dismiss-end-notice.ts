import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import { lockOwnedShare } from '../owned-share';

/**
 * Takes away the notice that a share ends; a new end has a notice of its own. Again is harmless.
 * @throws {NetdiskError} `not_found`.
 */
export async function dismissEndNotice(db: Database, actor: Actor, shareBatchNum: string): Promise<void> {
  await commitWithEvents(db, async (tx) => {
    const share = await lockOwnedShare(tx, actor, shareBatchNum);
    const { count } = await tx.endNotice.updateMany({
      where: { shareBatchNum, generation: share.generation, dismissedAt: null },
      data: { dismissedAt: new Date() },
    });
    return {
      result: undefined,
      events: [],
      // Other windows of the owner show it too.
      live: count === 0 ? [] : [{ type: 'share.changed', ownerId: actor.accountId, shareBatchNum }],
    };
  });
}
