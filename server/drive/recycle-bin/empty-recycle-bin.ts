import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import { changedFolders } from '../entry-events';
import { lockDrive } from '../lock-drive';
import { purgeTrees } from './purge-entries';

/** Deletes all that a person trashed for good, in one transaction. */
export async function emptyRecycleBin(db: Database, actor: Actor): Promise<void> {
  await commitWithEvents(db, async (tx) => {
    await lockDrive(tx, actor.accountId);
    const trashed = await tx.entry.findMany({
      where: { ownerId: actor.accountId, trashRoot: true, purgedAt: null },
      select: { id: true, parentId: true },
    });
    return {
      result: undefined,
      events: await purgeTrees(
        tx,
        actor,
        trashed.map((entry) => entry.id),
      ),
      live: changedFolders(
        actor,
        trashed.map((entry) => entry.parentId),
      ),
    };
  });
}
