import type { ChangeMeInput, Me } from '@/contracts/accounts';
import type { Database } from '@/server/database/client';
import type { Actor } from './actor';
import { readMe } from './read-me';

/** Changes settings of the actor's own account. What is absent stays as it is. */
export async function changeMe(db: Database, actor: Actor, { endNotices }: ChangeMeInput): Promise<Me> {
  await db.account.updateMany({
    where: { id: actor.accountId },
    data: { ...(endNotices !== undefined && { endNotices }) },
  });
  return readMe(db, actor);
}
