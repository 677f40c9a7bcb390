import type { ChangePasswordInput } from '@/contracts/accounts';
import type { Database, Transaction } from '@/server/database/client';
import { invalidInput, type NetdiskError } from '@/server/errors';
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
  // A place for each account: in one for all, a few people who guess would keep everybody from changing theirs.
  const place = `signed in as ${actor.accountId}`;
  await limiter.take(place, actor.accountId);
  const checkedHash = await checkCurrentPassword(db, actor, input.currentPassword);
  const passwordHash = await hashPassword(input.newPassword, 'signing in');
  await commitWithEvents(db, async (tx) => {
    await replaceHash(tx, actor, checkedHash, passwordHash);
    await revokeOtherSessions(tx, actor);
    return { result: undefined, events: [], live: [] };
  });
  await limiter.giveBack(place, actor.accountId);
}

/** The hash that the password fits. */
async function checkCurrentPassword(db: Database, actor: Actor, password: string): Promise<string> {
  const account = await db.account.findUnique({
    where: { id: actor.accountId },
    select: { passwordHash: true },
  });
  const right = await checkPassword(account?.passwordHash, password);
  if (!account || !right) throw currentPasswordWrong();
  return account.passwordHash;
}

/**
 * Only what was checked is replaced: of two changes at once the second one knew a password that is none any more. FOR
 * UPDATE is what a sign-in waits for before it opens a session (sign-in.ts); the update alone locks less.
 */
async function replaceHash(
  tx: Transaction,
  actor: Actor,
  checkedHash: string,
  passwordHash: string,
): Promise<void> {
  const replaced = await tx.$executeRaw`
    WITH checked AS (
      SELECT id FROM accounts
      WHERE id = ${actor.accountId}::uuid AND password_hash = ${checkedHash} FOR UPDATE)
    UPDATE accounts a SET password_hash = ${passwordHash} FROM checked WHERE a.id = checked.id`;
  if (replaced === 0) throw currentPasswordWrong();
}

function currentPasswordWrong(): NetdiskError {
  return invalidInput('currentPassword', 'The current password is wrong.');
}
