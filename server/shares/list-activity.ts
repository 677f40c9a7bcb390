import { z } from 'zod';
import { type ShareActivityList, type ShareActivityQuery, shareAction } from '@/contracts/share-activity';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { decodeCursor, encodeCursor } from '@/server/database/page-cursor';
import { notFound } from '@/server/errors';
import { isShareBatchNum } from './owned-share';

interface ActivityRow {
  id: bigint;
  at: Date;
  action: string;
  visitor: string;
  entry_id: string | null;
  entry_name: string | null;
}

const position = z.object({ before: z.string().regex(/^\d{1,18}$/) });

/**
 * What visitors did with a share of the actor, newest first.
 * @throws {NetdiskError} `not_found`; `invalid_input` on `cursor`.
 */
export async function listActivity(
  db: Database,
  actor: Actor,
  query: ShareActivityQuery & { shareBatchNum: string },
): Promise<ShareActivityList> {
  const { shareBatchNum, limit } = query;
  if (!isShareBatchNum(shareBatchNum)) throw notFound('share');
  const owned = await db.share.count({ where: { shareBatchNum, ownerId: actor.accountId } });
  if (owned === 0) throw notFound('share');
  const before = query.cursor === undefined ? null : decodeCursor(position, query.cursor).before;
  const rows = await db.$queryRaw<ActivityRow[]>`
    SELECT done.id, done.at, done.action, done.visitor, done.entry_id, e.name AS entry_name
    FROM share_activity done LEFT JOIN entries e
      ON e.id = done.entry_id AND e.owner_id = ${actor.accountId}::uuid AND e.purged_at IS NULL
    WHERE done.share_batch_num = ${shareBatchNum} AND (${before}::bigint IS NULL OR done.id < ${before}::bigint)
    ORDER BY done.id DESC LIMIT ${limit + 1}`;
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => ({
      id: String(row.id),
      at: row.at.toISOString(),
      action: shareAction.parse(row.action),
      visitor: row.visitor,
      entryId: row.entry_id,
      entryName: row.entry_name,
    })),
    nextCursor: last ? encodeCursor({ before: String(last.id) }) : null,
  };
}
