import { hash, verify } from '@node-rs/argon2';
import { NetdiskError } from '@/server/errors';

// argon2id with the library's defaults, which are OWASP's: 19 MiB, two passes, one lane.

/** Each hash takes 19 MiB and one core for some 10 ms; without a bound, sign-in would be a way to stop the server. */
const MAX_AT_ONCE = 2;
const MAX_WAITING = 100;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * The hash of a password that nobody has. An unknown address is checked against it, so that the time an answer
 * takes does not tell which addresses have an account.
 */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$s+KYE5arkBpA33dC7hLdbA$RzZainvQV2s6SMtx92T1kYJXG4ctakeu96FzgPZ9HGs';

/** @throws {NetdiskError} `unavailable` when too many passwords wait already. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password));
}

/**
 * True when the password is the one hashed. Without a hash (no such account) it takes as long, and is false.
 * @throws {NetdiskError} `unavailable` when too many passwords wait already.
 */
export async function checkPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await inTurn(() => verify(passwordHash ?? NOBODYS_HASH, password));
  return passwordHash !== undefined && matches;
}

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running < MAX_AT_ONCE) running += 1;
  else await waitForTurn();
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    // The place is handed over, not freed and taken again: nobody can slip in between.
    if (next) next();
    else running -= 1;
  }
}

function waitForTurn(): Promise<void> {
  if (waiting.length >= MAX_WAITING) {
    throw new NetdiskError('unavailable', 'Too many people are signing in. Try again in a few seconds.', {
      retryAfterSeconds: 3,
    });
  }
  return new Promise((resolve) => waiting.push(resolve));
}
