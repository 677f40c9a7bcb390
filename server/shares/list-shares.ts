import { z } from 'zod';
import type { ListSharesQuery, ShareList } from '@/contracts/shares';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { cursorTime, decodeCursor, encodeCursor } from '@/server/database/page-cursor';
import { presentShares } from './present-share';

const cursor = z.object({ shareTime: cursorTime, shareBatchNum: z.string().max(64) });

/**
 * The actor's shares, newest first, ended and cancelled ones too.
 * @throws {NetdiskError} `invalid_input` on `cursor`.
 */
export async function listShares(
  db: Database,
  actor: Actor,
  query: ListSharesQuery,
  { publicUrl }: { publicUrl: string },
): Promise<ShareList> {
  const after = query.cursor === undefined ? null : decodeCursor(cursor, query.cursor);
  const rows = await db.share.findMany({
    where: {
      ownerId: actor.accountId,
      ...(after && {
        OR: [
          { shareTime: { lt: after.shareTime } },
          { shareTime: after.shareTime, shareBatchNum: { gt: after.shareBatchNum } },
        ],
      }),
    },
    orderBy: [{ shareTime: 'desc' }, { shareBatchNum: 'asc' }],
    take: query.limit + 1,
    select: { shareBatchNum: true, shareTime: true },
  });
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: await presentShares(
      db,
      publicUrl,
      page.map((row) => row.shareBatchNum),
    ),
    nextCursor: last
      ? encodeCursor({ shareTime: last.shareTime.toISOString(), shareBatchNum: last.shareBatchNum })
      : null,
    total: await db.share.count({ where: { ownerId: actor.accountId } }),
  };
}
