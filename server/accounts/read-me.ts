import type { Me } from '@/contracts/accounts';
import type { Database } from '@/server/database/client';
import { NetdiskError } from '@/server/errors';
import type { Actor } from './actor';

/** The actor's own account, with the room used and allowed in bytes. */
export async function readMe(db: Database, actor: Actor): Promise<Me> {
  const account = await db.account.findUnique({
    where: { id: actor.accountId },
    select: { usedBytes: true, quotaBytes: true, endNotices: true },
  });
  // Removed between the look-up of the actor and now.
  if (!account) throw new NetdiskError('unauthenticated', 'This account is gone.');
  return {
    id: actor.accountId,
    email: actor.email,
    name: actor.name,
    role: actor.role,
    usedBytes: Number(account.usedBytes),
    quotaBytes: Number(account.quotaBytes),
    endNotices: account.endNotices,
  };
}
