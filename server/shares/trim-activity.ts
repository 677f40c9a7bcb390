import type { Database } from '@/server/database/client';

/** So many lines of the activity of a share are kept: who floods a link with visits fills no disk. */
const LINES_KEPT = 1_000;

/** Forgets all but the newest lines of the activity of each share; returns how many. */
export async function trimActivity(db: Database, linesKept = LINES_KEPT): Promise<number> {
  return db.$executeRaw`
    WITH full_logs AS (
      SELECT share_batch_num FROM share_activity GROUP BY share_batch_num HAVING count(*) > ${linesKept}),
    first_kept AS (
      SELECT share_batch_num, (
        SELECT id FROM share_activity newest WHERE newest.share_batch_num = full_logs.share_batch_num
        ORDER BY id DESC OFFSET ${linesKept - 1} LIMIT 1) AS id
      FROM full_logs)
    DELETE FROM share_activity old USING first_kept
    WHERE old.share_batch_num = first_kept.share_batch_num AND old.id < first_kept.id`;
}
