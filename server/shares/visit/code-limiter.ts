import type { Database } from '@/server/database/client';
import { NetdiskError } from '@/server/errors';
import { type AddressLimiter, createAddressLimiter } from './address-limiter';

const TRIES = 20;
const WINDOW_SECONDS = 600;
const TRIES_PER_ADDRESS = 10;

/** A try that was granted: its moment, by which it can be given back. */
export interface GrantedTry {
  shareBatchNum: string;
  at: string;
}

/**
 * Takes one of the share's 20 tries in any ten minutes, whoever asks and whichever process answers. The moments
 * stand in the share's row; the update holds the row, so two tries at once cannot both be the twentieth.
 * @throws {NetdiskError} `rate_limited` with the seconds until the next try is free.
 */
export async function takeShareTry(db: Database, shareBatchNum: string): Promise<GrantedTry> {
  const granted = await db.$queryRaw<{ at: string }[]>`
    UPDATE shares SET code_tries = array_append(
      ARRAY(SELECT t FROM unnest(code_tries) t WHERE t > clock_timestamp() - ${WINDOW_SECONDS} * interval '1 second'),
      clock_timestamp())
    WHERE share_batch_num = ${shareBatchNum} AND ${TRIES} > (
      SELECT count(*) FROM unnest(code_tries) t WHERE t > clock_timestamp() - ${WINDOW_SECONDS} * interval '1 second')
    RETURNING code_tries[cardinality(code_tries)]::text AS at`;
  const at = granted[0]?.at;
  if (at === undefined) throw tooManyCodes(await secondsUntilNextTry(db, shareBatchNum));
  return { shareBatchNum, at };
}

/** A right code is no guess: many visitors who know it may come in the same ten minutes. */
export async function giveShareTryBack(db: Database, { shareBatchNum, at }: GrantedTry): Promise<void> {
  await db.$executeRaw`
    UPDATE shares SET code_tries = array_remove(code_tries, ${at}::timestamptz)
    WHERE share_batch_num = ${shareBatchNum}`;
}

async function secondsUntilNextTry(db: Database, shareBatchNum: string): Promise<number> {
  const rows = await db.$queryRaw<{ seconds: number | null }[]>`
    SELECT ceil(extract(epoch FROM min(t) - clock_timestamp()))::int + ${WINDOW_SECONDS} AS seconds
    FROM shares, unnest(code_tries) t
    WHERE share_batch_num = ${shareBatchNum} AND t > clock_timestamp() - ${WINDOW_SECONDS} * interval '1 second'`;
  return Math.max(1, rows[0]?.seconds ?? 1);
}

/** 10 wrong codes in 10 minutes: one visitor alone cannot use up the share's tries and lock out the others. */
export function createCodeLimiter(): AddressLimiter {
  return createAddressLimiter({ points: TRIES_PER_ADDRESS, seconds: WINDOW_SECONDS, refuse: tooManyCodes });
}

function tooManyCodes(retryAfterSeconds: number): NetdiskError {
  return new NetdiskError('rate_limited', 'Too many wrong codes. Wait a while, then try again.', {
    retryAfterSeconds,
  });
}
