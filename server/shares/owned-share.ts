import type { Actor } from '@/server/accounts/actor';
import type { Transaction } from '@/server/database/client';
import { notFound } from '@/server/errors';

export interface OwnedShare {
  shareBatchNum: string;
  endTime: Date | null;
  cancelled: boolean;
  generation: number;
  codeVersion: number;
}

/**
 * A share of the actor, held until the transaction ends, so that two changes and its expiry go one after another.
 * @throws {NetdiskError} `not_found`.
 */
export async function lockOwnedShare(
  tx: Transaction,
  actor: Actor,
  shareBatchNum: string,
): Promise<OwnedShare> {
  if (!isShareBatchNum(shareBatchNum)) throw notFound('share');
  const rows = await tx.$queryRaw<OwnedShare[]>`
    SELECT share_batch_num AS "shareBatchNum", end_time AS "endTime", cancelled_at IS NOT NULL AS cancelled,
      generation, code_version AS "codeVersion"
    FROM shares WHERE share_batch_num = ${shareBatchNum} AND owner_id = ${actor.accountId}::uuid FOR UPDATE`;
  const share = rows[0];
  if (!share) throw notFound('share');
  return share;
}

/** What cannot name a share is never asked for: PostgreSQL would refuse some of it, a NUL for one. */
export function isShareBatchNum(text: string): boolean {
  return /^[\w-]{1,64}$/.test(text);
}
