import type { Database } from '@/server/database/client';
import { NetdiskError } from '@/server/errors';
import type { Log } from '@/server/log';
import { isSameCode } from '../extraction-code';
import { findRunningShare } from '../share-access';
import type { AddressLimiter } from './address-limiter';
import { giveShareTryBack, takeShareTry } from './code-limiter';
import { tryToRecord } from './record-activity';
import { makeUnlockProof } from './unlock-proof';

export interface UnlockAttempt {
  shareBatchNum: string;
  extractionCode: string;
  /** Where the request came from, as the nearest proxy says. */
  address: string;
  /** See visitor-mark.ts. */
  visitor: string;
}

/**
 * Checks an extraction code and gives the proof that opens the share for the next hours.
 * @returns null where the share has no code: it is open as it is.
 * @throws {NetdiskError} `code_wrong`; `rate_limited`; `not_found`, `share_cancelled`, `share_expired`.
 */
export async function unlockShare(
  services: { db: Database; log: Log },
  limiter: AddressLimiter,
  sessionSecret: string,
  attempt: UnlockAttempt,
): Promise<string | null> {
  const { db } = services;
  const share = await findRunningShare(db, attempt.shareBatchNum);
  if (share.extractionCode === null) return null;
  // Taken before the code is looked at: of many tries at once none is looked at beyond the bound.
  await limiter.take(share.shareBatchNum, attempt.address);
  const granted = await takeShareTry(db, share.shareBatchNum);
  if (!isSameCode(share.extractionCode, attempt.extractionCode)) {
    await tryToRecord(services, attempt, { action: 'wrong_code' });
    throw new NetdiskError('code_wrong', 'This extraction code is wrong. Check it and try again.');
  }
  await giveShareTryBack(db, granted);
  await limiter.giveBack(share.shareBatchNum, attempt.address);
  await tryToRecord(services, attempt, { action: 'unlocked' });
  return makeUnlockProof(sessionSecret, share);
}
