import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import { markCancelled } from './mark-cancelled';
import { lockOwnedShare } from './owned-share';

/**
 * Ends a share for good, at once on every route. Cancelling again is harmless.
 * @throws {NetdiskError} `not_found`.
 */
export async function cancelShare(db: Database, actor: Actor, shareBatchNum: string): Promise<void> {
  await commitWithEvents(db, async (tx) => {
    await lockOwnedShare(tx, actor, shareBatchNum);
    return { result: undefined, events: [], live: await markCancelled(tx, shareBatchNum) };
  });
}
