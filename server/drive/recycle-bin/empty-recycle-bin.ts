import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { changeDrive } from '../change-drive';
import { changedFolders } from '../entry-events';
import { purgeTrees } from './purge-entries';

/** Deletes all that a person trashed for good, in one transaction. */
export async function emptyRecycleBin(db: Database, actor: Actor): Promise<void> {
  await changeDrive(db, actor.accountId, async (tx) => {
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
