import type { ShareAction } from '@/contracts/share-activity';
import type { Transaction } from '@/server/database/client';
import { NetdiskError } from '@/server/errors';
import type { Log } from '@/server/log';
import { type EnteredShare, findRunningShare, requireDownload } from '../share-access';

/** Who did something with which share: a ShareVisit is one, and an EnteredShare too. */
export interface Visitor {
  shareBatchNum: string;
  /** See visitor-mark.ts. */
  visitor: string;
}

interface Deed {
  action: ShareAction;
  /** What it was done with, where that is one entry. */
  entryId?: string;
}

/** What takes one of the downloads a share allows. */
const DOWNLOADS: readonly ShareAction[] = ['downloaded', 'archived', 'saved'];

/**
 * Writes what a visitor did and raises the figures of the share in one statement, so that both always agree. A
 * download is granted by that very statement: of many at the same time none is granted beyond the limit, and none once
 * the share has ended.
 * @throws {NetdiskError} `download_limit_reached`, and for a download what findRunningShare throws.
 */
export async function recordActivity(
  tx: Transaction,
  { shareBatchNum, visitor }: Visitor,
  { action, entryId }: Deed,
): Promise<void> {
  const isDownload = DOWNLOADS.includes(action);
  const written = await tx.$executeRaw`
    WITH counted AS (
      UPDATE shares SET
        views = views + ${Number(action === 'opened')},
        downloads = downloads + ${Number(isDownload)},
        saves = saves + ${Number(action === 'saved')},
        last_visit_at = CASE WHEN ${action === 'wrong_code'} THEN last_visit_at ELSE clock_timestamp() END
      WHERE share_batch_num = ${shareBatchNum}
        AND (NOT ${isDownload} OR (download_limit IS NULL OR downloads < download_limit)
          AND cancelled_at IS NULL AND share_status = 0 AND (end_time IS NULL OR end_time > clock_timestamp()))
      RETURNING share_batch_num)
    INSERT INTO share_activity (share_batch_num, action, visitor, entry_id)
    SELECT share_batch_num, ${action}, ${visitor}, ${entryId ?? null}::uuid FROM counted`;
  if (!isDownload || written > 0) return;
  await findRunningShare(tx, shareBatchNum);
  throw downloadLimitReached();
}

/** As recordActivity, for looks and codes: they go on, whatever becomes of the record. */
export async function tryToRecord(
  { db, log }: { db: Transaction; log: Log },
  visitor: Visitor,
  deed: Deed,
): Promise<void> {
  try {
    await recordActivity(db, visitor, deed);
  } catch (err) {
    log.warn({ err, action: deed.action }, 'what a visitor did could not be recorded');
  }
}

const RESUME_HOURS = 24;

/** Whether this visitor began to download this file so lately that more of it is the same download. */
export async function isResuming(
  tx: Transaction,
  { shareBatchNum, visitor }: Visitor,
  entryId: string,
): Promise<boolean> {
  const begun = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM share_activity
    WHERE share_batch_num = ${shareBatchNum} AND visitor = ${visitor} AND entry_id = ${entryId}::uuid
      AND action = 'downloaded' AND at > clock_timestamp() - ${RESUME_HOURS} * interval '1 hour'
    LIMIT 1`;
  return begun.length > 0;
}

/**
 * Asked before the work of a download, so that none is done in vain; what grants it is the statement that counts it.
 * @throws {NetdiskError} `forbidden` where the share is for viewing only; `download_limit_reached`.
 */
export function requireDownloadsLeft(share: EnteredShare): void {
  requireDownload(share);
  if (share.downloadsUsedUp) throw downloadLimitReached();
}

/** All the downloads that its owner allowed are used up. */
function downloadLimitReached(): NetdiskError {
  return new NetdiskError(
    'download_limit_reached',
    'This share has been downloaded as often as its owner allows. Ask them to allow more.',
  );
}
