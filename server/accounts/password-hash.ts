import { hash, verify } from '@node-rs/argon2';
import { NetdiskError } from '@/server/errors';

// argon2id with the library's defaults, which are OWASP's: 19 MiB, two passes, one lane.

/**
 * Each hash takes 19 MiB and one core for some 10 ms; without a bound, sign-in would be a way to stop the server. Who
 * registers waits in another line than who has an account: anybody may register any number of times, and would
 * shut the others out. Together they leave one of the four threads that Node.js reads files with.
 */
const lines = {
  'signing in': createLine(2, 'Too many people are signing in. Try again in a few seconds.'),
  registering: createLine(1, 'Too many people are registering. Try again in a few seconds.'),
};
const MAX_WAITING = 100;

/**
 * The hash of a password that nobody has. An unknown address is checked against it, so that the time an answer
 * takes does not tell which addresses have an account.
 */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$s+KYE5arkBpA33dC7hLdbA$RzZainvQV2s6SMtx92T1kYJXG4ctakeu96FzgPZ9HGs';

/** @throws {NetdiskError} `unavailable` when too many passwords wait in the line already. */
export function hashPassword(password: string, line: keyof typeof lines): Promise<string> {
  return inTurn(lines[line], () => hash(password));
}

/**
 * True when the password is the one hashed. Without a hash (no such account) it takes as long, and is false.
 * @throws {NetdiskError} `unavailable` when too many passwords wait already.
 */
export async function checkPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await inTurn(lines['signing in'], () => verify(passwordHash ?? NOBODYS_HASH, password));
  return passwordHash !== undefined && matches;
}

interface Line {
  /** How many more may be hashed at once. */
  free: number;
  waiting: (() => void)[];
  /** What is said to those for whom there is no room in it. */
  refusal: string;
}

function createLine(atOnce: number, refusal: string): Line {
  return { free: atOnce, waiting: [], refusal };
}

async function inTurn<Result>(line: Line, work: () => Promise<Result>): Promise<Result> {
  if (line.free > 0) line.free -= 1;
  else await waitForTurn(line);
  try {
    return await work();
  } finally {
    const next = line.waiting.shift();
    // The place is handed over, not freed and taken again: nobody can slip in between.
    if (next) next();
    else line.free += 1;
  }
}

function waitForTurn({ waiting, refusal }: Line): Promise<void> {
  if (waiting.length >= MAX_WAITING) {
    throw new NetdiskError('unavailable', refusal, { retryAfterSeconds: 3 });
  }
  return new Promise((resolve) => waiting.push(resolve));
}
