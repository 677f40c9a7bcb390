import { z } from 'zod';
import type { ListSharesQuery, ShareList, ShareListSort } from '@/contracts/shares';
import { Prisma } from '@/prisma/generated/client';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { decodeCursor, encodeCursor } from '@/server/database/page-cursor';
import { nameKey } from '@/server/drive/entry-name';
import { invalidInput } from '@/server/errors';
import { presentShares } from './present-share';

/**
 * The actor's shares in the order asked for, ended and cancelled ones too; or those of a status, or that hold or say
 * what is searched for.
 * @throws {NetdiskError} `invalid_input` on `cursor`, also where it is one of another order; on `q`.
 */
export async function listShares(
  db: Database,
  actor: Actor,
  query: ListSharesQuery,
  { publicUrl }: { publicUrl: string },
): Promise<ShareList> {
  const after = readCursor(query);
  const key = SORT_KEYS[query.sort];
  const wanted = Prisma.sql`
    s.owner_id = ${actor.accountId}::uuid AND ${STATUS[query.status ?? 'all']} AND ${matching(query.q)}`;
  const rows = await db.$queryRaw<{ share_batch_num: string; key: bigint }[]>`
    SELECT s.share_batch_num, ${key} AS key FROM shares s
    WHERE ${wanted} AND (${after === null} OR ${key} < ${after?.key ?? '0'}::bigint
      OR (${key} = ${after?.key ?? '0'}::bigint AND s.share_batch_num > ${after?.shareBatchNum ?? ''}))
    ORDER BY key DESC, s.share_batch_num LIMIT ${query.limit + 1}`;
  const counted = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM shares s WHERE ${wanted}`;
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: await presentShares(
      db,
      publicUrl,
      page.map((row) => row.share_batch_num),
    ),
    nextCursor: last
      ? encodeCursor({ sort: query.sort, key: String(last.key), shareBatchNum: last.share_batch_num })
      : null,
    total: counted[0]?.total ?? 0,
  };
}

/** What the largest of comes first, as a whole number. A share that never ends, ends last. */
const SORT_KEYS: Record<ShareListSort, Prisma.Sql> = {
  newest: Prisma.sql`(extract(epoch FROM s.share_time) * 1000)::bigint`,
  ending: Prisma.sql`-COALESCE((extract(epoch FROM s.end_time) * 1000)::bigint, 9000000000000000)`,
  views: Prisma.sql`s.views::bigint`,
  downloads: Prisma.sql`s.downloads::bigint`,
  lastVisit: Prisma.sql`COALESCE((extract(epoch FROM s.last_visit_at) * 1000)::bigint, 0)`,
};

/** As share-access.ts decides: the clock counts, and `share_status` may follow late. */
const ENDED = Prisma.sql`(s.share_status <> 0 OR COALESCE(s.end_time <= clock_timestamp(), false))`;
const STATUS = {
  all: Prisma.sql`true`,
  active: Prisma.sql`(s.cancelled_at IS NULL AND NOT ${ENDED})`,
  expired: Prisma.sql`(s.cancelled_at IS NULL AND ${ENDED})`,
  cancelled: Prisma.sql`s.cancelled_at IS NOT NULL`,
};

function matching(words: string): Prisma.Sql {
  if (words === '') return Prisma.sql`true`;
  // No database keeps it, so nothing could be found.
  if (words.includes('\u0000')) throw invalidInput('q', 'Leave out control characters.');
  const folded = nameKey(words);
  return Prisma.sql`(strpos(lower(normalize(s.message, NFC)), ${folded}) > 0 OR EXISTS (
    SELECT 1 FROM share_entries se JOIN entries e ON e.id = se.entry_id
    WHERE se.share_batch_num = s.share_batch_num AND e.purged_at IS NULL AND strpos(e.name_key, ${folded}) > 0))`;
}

const position = z.object({
  sort: z.string(),
  key: z.string().regex(/^-?\d{1,18}$/),
  shareBatchNum: z.string().max(64),
});

function readCursor({ cursor, sort }: ListSharesQuery): z.infer<typeof position> | null {
  if (cursor === undefined) return null;
  const after = decodeCursor(position, cursor);
  if (after.sort !== sort) throw invalidInput('cursor', 'This cursor is of another order. Begin again.');
  return after;
}
