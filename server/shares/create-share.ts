import { randomBytes } from 'node:crypto';
import type { CreateShareInput, Share } from '@/contracts/shares';
import type { Actor } from '@/server/accounts/actor';
import type { Database, Transaction } from '@/server/database/client';
import { isUuid } from '@/server/database/is-uuid';
import { NetdiskError } from '@/server/errors';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import { makeExtractionCode } from './extraction-code';
import { presentShares } from './present-share';
import { readDatabaseClock, resolveEndTime, scheduleExpiry } from './share-end-time';

/** 128 random bits: the link itself is a secret, and nobody finds one by trying. */
const SHARE_BATCH_NUM_BYTES = 16;

/**
 * Shares some of the actor's entries under one link, from now until its end.
 * @throws {NetdiskError} `not_found` or `invalid_input` naming the entry by its index; `invalid_input` on
 * `endTime`.
 */
export async function createShare(
  db: Database,
  actor: Actor,
  input: CreateShareInput,
  { publicUrl }: { publicUrl: string },
): Promise<Share> {
  const shareBatchNum = randomBytes(SHARE_BATCH_NUM_BYTES).toString('base64url');
  return commitWithEvents(db, async (tx) => {
    await checkEntries(tx, actor, input.entryIds);
    const shareTime = await readDatabaseClock(tx);
    const endTime = resolveEndTime(shareTime, input);
    const { extractionCode } = input;
    await tx.share.create({
      data: {
        shareBatchNum,
        ownerId: actor.accountId,
        shareTime,
        endTime,
        endSetAt: shareTime,
        extractionCode: extractionCode === true ? makeExtractionCode() : (extractionCode ?? null),
        allowDownload: input.allowDownload,
        downloadLimit: input.downloadLimit ?? null,
        message: input.message || null,
      },
    });
    await addEntries(tx, shareBatchNum, input.entryIds);
    const [share] = await presentShares(tx, publicUrl, [shareBatchNum]);
    if (!share) throw new Error('The share just made is not there.');
    return {
      result: share,
      events: scheduleExpiry({ shareBatchNum, generation: 1, endTime }),
      live: [{ type: 'share.changed', ownerId: actor.accountId, shareBatchNum }],
    };
  });
}

/** All are live entries of the actor, below the root. What is another's is answered like what does not exist. */
async function checkEntries(tx: Transaction, actor: Actor, entryIds: string[]): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string; trashed: boolean }[]>`
    SELECT id, trashed_at IS NOT NULL AS trashed FROM entries
    WHERE id = ANY (${entryIds.filter(isUuid)}::uuid[]) AND owner_id = ${actor.accountId}::uuid
      AND parent_id IS NOT NULL AND purged_at IS NULL`;
  const found = new Map(rows.map((row) => [row.id, row]));
  entryIds.forEach((entryId, index) => {
    const row = found.get(entryId);
    if (!row) throw entryError('not_found', index, 'There is no such entry, or it is not yours.');
    if (row.trashed) {
      throw entryError('invalid_input', index, 'This entry is in the recycle bin. Restore it first.');
    }
  });
}

/** In the order chosen; an entry named twice is shared once. */
async function addEntries(tx: Transaction, shareBatchNum: string, entryIds: string[]): Promise<void> {
  const distinct = [...new Set(entryIds)];
  await tx.$executeRaw`
    INSERT INTO share_entries (share_batch_num, entry_id, position)
    SELECT ${shareBatchNum}, id, place
    FROM unnest(${distinct}::uuid[]) WITH ORDINALITY AS chosen(id, place)`;
}

function entryError(code: 'not_found' | 'invalid_input', index: number, message: string): NetdiskError {
  return new NetdiskError(code, message, { errors: [{ path: `entryIds.${index}`, message }] });
}
