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
    select: { id: true, passwordHash: true, disabledAt: true },
  });
  const right = await checkPassword(account?.passwordHash, input.password);
  if (!account || !right || account.disabledAt) {
    throw new NetdiskError('unauthenticated', 'The address or the password is wrong.');
  }
  await limiter.giveBack(input.address, key);
  return { accountId: account.id, sessionId: await openSession(db, account.id, input.userAgent) };
}

async function openSession(db: Database, accountId: string, userAgent: string): Promise<string> {
  const id = randomUUID();
  await db.$executeRaw`
    INSERT INTO sessions (id, account_id, created_at, expires_at, user_agent)
    VALUES (${id}::uuid, ${accountId}::uuid, now(), now() + interval '30 days', ${userAgent.slice(0, 300)})`;
  return id;
}
