import type { NetdiskEvent } from '@/contracts/events';
import type { ChangeShareInput, Share } from '@/contracts/shares';
import type { Actor } from '@/server/accounts/actor';
import type { Database, Transaction } from '@/server/database/client';
import { NetdiskError } from '@/server/errors';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import { makeExtractionCode } from './extraction-code';
import { lockOwnedShare, type OwnedShare } from './owned-share';
import { presentShares } from './present-share';
import { readDatabaseClock, resolveEndTime, scheduleExpiry } from './share-end-time';

/**
 * Changes expiry, code, permission, limit or message of a share; every route obeys from the commit on. A new end in
 * the future brings a share back that has ended. A new code locks out those who came in by the old one.
 * @throws {NetdiskError} `not_found`; `share_cancelled`; `invalid_input` on `endTime`.
 */
export async function changeShare(
  db: Database,
  actor: Actor,
  input: ChangeShareInput & { shareBatchNum: string },
  { publicUrl }: { publicUrl: string },
): Promise<Share> {
  return commitWithEvents(db, async (tx) => {
    const share = await lockOwnedShare(tx, actor, input.shareBatchNum);
    if (share.cancelled) {
      throw new NetdiskError('share_cancelled', 'This share was cancelled. Make a new one instead.');
    }
    const events = await changeExpiry(tx, share, input);
    await changeCode(tx, share, input.extractionCode);
    await changeTerms(tx, share, input);
    const [result] = await presentShares(tx, publicUrl, [share.shareBatchNum]);
    if (!result) throw new Error('The share just changed is not there.');
    const { shareBatchNum } = share;
    return { result, events, live: [{ type: 'share.changed', ownerId: actor.accountId, shareBatchNum }] };
  });
}

/** The generation rises with every change, so that the message made for the old end does nothing. */
async function changeExpiry(
  tx: Transaction,
  { shareBatchNum, generation }: OwnedShare,
  input: ChangeShareInput,
): Promise<NetdiskEvent[]> {
  if (input.endTime === undefined && input.ttlSeconds === undefined) return [];
  const endSetAt = await readDatabaseClock(tx);
  const endTime = resolveEndTime(endSetAt, input);
  const next = generation + 1;
  await tx.share.update({
    where: { shareBatchNum },
    data: { endTime, endSetAt, generation: next, shareStatus: 0, expiredAt: null },
  });
  return scheduleExpiry({ shareBatchNum, generation: next, endTime });
}

/** What is absent stays as it is; an empty message is none. */
async function changeTerms(
  tx: Transaction,
  { shareBatchNum }: OwnedShare,
  { allowDownload, downloadLimit, message }: ChangeShareInput,
): Promise<void> {
  await tx.share.update({
    where: { shareBatchNum },
    data: {
      ...(allowDownload !== undefined && { allowDownload }),
      ...(downloadLimit !== undefined && { downloadLimit }),
      ...(message !== undefined && { message: message || null }),
    },
    select: { shareBatchNum: true },
  });
}

async function changeCode(
  tx: Transaction,
  { shareBatchNum, codeVersion }: OwnedShare,
  code: ChangeShareInput['extractionCode'],
): Promise<void> {
  if (code === undefined) return;
  await tx.share.update({
    where: { shareBatchNum },
    data: {
      extractionCode: code === true ? makeExtractionCode() : code,
      codeVersion: codeVersion + 1,
      // Guesses at the old code say nothing about the new one.
      codeTries: [],
    },
  });
}
