import type { EndNoticeList } from '@/contracts/shares';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { presentShares } from '../present-share';

/** More at once would be a page of notices: the rest comes when these are dismissed. */
const SHOWN = 20;

/** The actor's shares that a notice tells of, as they are now: one that was renewed or cancelled since is not there. */
export async function listEndNotices(
  db: Database,
  actor: Actor,
  { publicUrl }: { publicUrl: string },
): Promise<EndNoticeList> {
  const rows = await db.$queryRaw<{ share_batch_num: string }[]>`
    SELECT s.share_batch_num FROM shares s
    JOIN end_notices n ON n.share_batch_num = s.share_batch_num AND n.generation = s.generation
    WHERE s.owner_id = ${actor.accountId}::uuid AND n.dismissed_at IS NULL AND s.share_status = 0
      AND s.cancelled_at IS NULL AND s.end_time > clock_timestamp()
    ORDER BY s.end_time, s.share_batch_num LIMIT ${SHOWN}`;
  const numbers = rows.map((row) => row.share_batch_num);
  return { items: await presentShares(db, publicUrl, numbers) };
}
