import { randomUUID } from 'node:crypto';
import type { Database } from '@/server/database/client';
import { NetdiskError } from '@/server/errors';
import { emailKey } from './email-key';
import { checkPassword } from './password-hash';
import type { SignInLimiter } from './sign-in-limiter';

export interface SignInInput {
  email: string;
  password: string;
  /** Where the request came from, as the nearest proxy says. */
  address: string;
  userAgent: string;
}

export interface SignedIn {
  accountId: string;
  sessionId: string;
}

/**
 * Checks a password and opens a session. A wrong address, a wrong password and a disabled account are answered
 * alike and take equally long.
 * @throws {NetdiskError} `unauthenticated`; `rate_limited` after too many tries; `unavailable` under a rush.
 */
export async function signIn(db: Database, limiter: SignInLimiter, input: SignInInput): Promise<SignedIn> {
  const key = emailKey(input.email);
  await limiter.take(input.address, key);
  const account = await db.account.findUnique({
    where: { emailKey: key },
    select: { id: true, passwordHash: true },
  });
  const right = await checkPassword(account?.passwordHash, input.password);
  const sessionId = account && right ? await openSession(db, account, input.userAgent) : null;
  if (!account || !sessionId) {
    throw new NetdiskError('unauthenticated', 'The address or the password is wrong.');
  }
  await limiter.giveBack(input.address, key);
  return { accountId: account.id, sessionId };
}

/**
 * Null where the account is disabled, or the hash that was checked is its hash no more: a change of the password
 * ended all sessions, and one that opens a moment later must not outlive it. FOR KEY SHARE waits for such a change
 * (change-password.ts locks FOR UPDATE), but not for a change of the drive, which may count its bytes for long.
 */
async function openSession(
  db: Database,
  checked: { id: string; passwordHash: string },
  userAgent: string,
): Promise<string | null> {
  const id = randomUUID();
  const opened = await db.$executeRaw`
    INSERT INTO sessions (id, account_id, created_at, expires_at, user_agent)
    SELECT ${id}::uuid, a.id, now(), now() + interval '30 days', ${userAgent.slice(0, 300)}::text
    FROM accounts a
    WHERE a.id = ${checked.id}::uuid AND a.password_hash = ${checked.passwordHash} AND a.disabled_at IS NULL
    FOR KEY SHARE`;
  return opened === 1 ? id : null;
}
