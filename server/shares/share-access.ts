import type { PathPart } from '@/contracts/entries';
import type { Transaction } from '@/server/database/client';
import { isUuid } from '@/server/database/is-uuid';
import { NetdiskError, notFound } from '@/server/errors';
import { isShareBatchNum } from './owned-share';
import { provesUnlock } from './visit/unlock-proof';

// The one gate of everything a visitor does. An operation for visitors takes an EnteredShare, and only enterShare
// makes one, so that no route can forget a check.

/** A request for a share by somebody who needs no account. */
export interface ShareVisit {
  shareBatchNum: string;
  /** What unlocking gave, if the visitor did. */
  unlockProof: string | undefined;
  /** The key that proof was signed with. */
  sessionSecret: string;
  /** Tells this visitor from others, see visitor-mark.ts. */
  visitor: string;
}

const entered = Symbol('entered');

/** A share that is open to this visitor at this moment: there, running, of an active owner, unlocked. */
export interface EnteredShare extends ShareState {
  readonly [entered]: true;
  visitor: string;
}

interface ShareState {
  shareBatchNum: string;
  ownerId: string;
  ownerName: string;
  ownerRootId: string;
  shareTime: Date;
  endTime: Date | null;
  allowDownload: boolean;
  /** Downloads are counted, and end at some number. */
  downloadsLimited: boolean;
  /** Every download its owner allowed was taken. */
  downloadsUsedUp: boolean;
  message: string | null;
  extractionCode: string | null;
  codeVersion: number;
}

/**
 * Lets a visitor in, or says why not. Nothing but the reason is told.
 * @throws {NetdiskError} `not_found`, `share_cancelled`, `share_expired`, `code_required`.
 */
export async function enterShare(db: Transaction, visit: ShareVisit): Promise<EnteredShare> {
  const share = await findRunningShare(db, visit.shareBatchNum);
  if (share.extractionCode !== null && !provesUnlock(visit.sessionSecret, share, visit.unlockProof)) {
    throw new NetdiskError('code_required', 'This share is locked. Enter its extraction code.');
  }
  return { ...share, visitor: visit.visitor, [entered]: true };
}

/**
 * A share that has not ended, locked or not. The database's clock decides, to the millisecond, whatever
 * `share_status` says: that one follows the queue and may be late.
 * @throws {NetdiskError} `not_found`, `share_cancelled`, `share_expired`.
 */
export async function findRunningShare(db: Transaction, shareBatchNum: string): Promise<ShareState> {
  if (!isShareBatchNum(shareBatchNum)) throw notFound('share');
  const rows = await db.$queryRaw<(ShareState & { cancelled: boolean; ended: boolean })[]>`
    SELECT s.share_batch_num AS "shareBatchNum", s.owner_id AS "ownerId", a.name AS "ownerName",
      a.root_id AS "ownerRootId",
      s.share_time AS "shareTime", s.end_time AS "endTime", s.allow_download AS "allowDownload",
      s.download_limit IS NOT NULL AS "downloadsLimited",
      COALESCE(s.downloads >= s.download_limit, false) AS "downloadsUsedUp", s.message,
      s.extraction_code AS "extractionCode", s.code_version AS "codeVersion",
      s.cancelled_at IS NOT NULL AS cancelled,
      s.share_status <> 0 OR COALESCE(s.end_time <= clock_timestamp(), false) AS ended
    FROM shares s JOIN accounts a ON a.id = s.owner_id
    WHERE s.share_batch_num = ${shareBatchNum} AND a.disabled_at IS NULL`;
  const share = rows[0];
  if (!share) throw notFound('share');
  if (share.cancelled) throw new NetdiskError('share_cancelled', 'The owner has cancelled this share.');
  if (share.ended)
    throw new NetdiskError('share_expired', 'This share has ended. Ask its owner for a new link.');
  return share;
}

/** @throws {NetdiskError} `forbidden` where the share is for viewing only. */
export function requireDownload({ allowDownload }: EnteredShare): void {
  if (!allowDownload) {
    throw new NetdiskError('forbidden', 'This share is for viewing only. Its files cannot be downloaded.');
  }
}

/** An entry a visitor may see, and the way to it from the shared entry above, both included. */
export interface ReachedEntry {
  id: string;
  path: PathPart[];
}

/**
 * Finds an entry inside the share by climbing from it: true ancestors decide, as they stand now. What was trashed,
 * purged or moved out is not found, just like what never was in it.
 * @throws {NetdiskError} `not_found`.
 */
export async function reachSharedEntry(
  db: Transaction,
  share: EnteredShare,
  entryId: string,
): Promise<ReachedEntry> {
  const entry = (await findSharedEntries(db, share, [entryId])).get(entryId);
  if (!entry) throw notFound('entry');
  return entry;
}

/** Those of the entries that are inside the share, by id: the same climb for all of them in one statement. */
export async function findSharedEntries(
  db: Transaction,
  share: EnteredShare,
  entryIds: string[],
): Promise<Map<string, ReachedEntry>> {
  const rows = await db.$queryRaw<{ leaf: string; path: (PathPart & { shared: boolean })[] }[]>`
    WITH RECURSIVE climbed AS (
      SELECT id AS leaf, id, parent_id, name, 0 AS height FROM entries
      WHERE id = ANY(${entryIds.filter(isUuid)}::uuid[]) AND owner_id = ${share.ownerId}::uuid
        AND trashed_at IS NULL AND purged_at IS NULL
      UNION ALL
      SELECT climbed.leaf, above.id, above.parent_id, above.name, climbed.height + 1
      FROM entries above JOIN climbed ON above.id = climbed.parent_id
      WHERE above.trashed_at IS NULL AND above.purged_at IS NULL)
    SELECT climbed.leaf, json_agg(json_build_object(
      'id', climbed.id, 'name', climbed.name, 'shared', se.entry_id IS NOT NULL)
      ORDER BY climbed.height DESC) AS path
    FROM climbed LEFT JOIN share_entries se
      ON se.share_batch_num = ${share.shareBatchNum} AND se.entry_id = climbed.id
    GROUP BY climbed.leaf`;
  const reached = new Map<string, ReachedEntry>();
  for (const { leaf, path } of rows) {
    const top = path.findIndex((part) => part.shared);
    if (top < 0) continue;
    reached.set(leaf, { id: leaf, path: path.slice(top).map(({ id, name }) => ({ id, name })) });
  }
  return reached;
}
