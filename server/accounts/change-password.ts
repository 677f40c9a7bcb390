import type { ChangePasswordInput } from '@/contracts/accounts';
import type { Database } from '@/server/database/client';
import { invalidInput } from '@/server/errors';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import type { Actor } from './actor';
import { checkPassword, hashPassword } from './password-hash';
import { revokeOtherSessions } from './revoke-session';
import type { SignInLimiter } from './sign-in-limiter';

/**
 * Sets a new password and signs the actor out everywhere else, together. API tokens stay: they were made without
 * a password and are ended by themselves.
 * @throws {NetdiskError} `invalid_input` on `currentPassword` when it is wrong; `rate_limited`; `unavailable`.
 */
export async function changePassword(
  db: Database,
  limiter: SignInLimiter,
  actor: Actor,
  input: ChangePasswordInput,
): Promise<void> {
  await limiter.take('signed in', actor.accountId);
  const account = await db.account.findUnique({
    where: { id: actor.accountId },
    select: { passwordHash: true },
  });
  if (!(await checkPassword(account?.passwordHash, input.currentPassword))) {
    throw invalidInput('currentPassword', 'The current password is wrong.');
  }
  await limiter.giveBack('signed in', actor.accountId);
  const passwordHash = await hashPassword(input.newPassword);
  await commitWithEvents(db, async (tx) => {
    await tx.account.update({ where: { id: actor.accountId }, data: { passwordHash } });
    await revokeOtherSessions(tx, actor);
    return { result: undefined, events: [], live: [] };
  });
}
