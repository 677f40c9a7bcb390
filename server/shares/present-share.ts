import { type Share, shareStatus } from '@/contracts/shares';
import type { Database, Transaction } from '@/server/database/client';

/** Of each share its owner's list shows so many entries: one share may hold 10,000. */
const ENTRIES_SHOWN = 100;

interface ShareRow {
  share_batch_num: string;
  extraction_code: string | null;
  share_time: Date;
  end_time: Date | null;
  share_status: number;
  expired_at: Date | null;
  cancelled_at: Date | null;
  allow_download: boolean;
  message: string | null;
  views: number;
  downloads: number;
  download_limit: number | null;
  saves: number;
  last_visit_at: Date | null;
  entries: { id: string; name: string; kind: 'file' | 'folder' }[];
  entry_count: number;
}

/** The given shares as their owner sees them, in the order given, by one query. `publicUrl` begins each link. */
export async function presentShares(
  db: Database | Transaction,
  publicUrl: string,
  shareBatchNums: string[],
): Promise<Share[]> {
  const rows = await db.$queryRaw<ShareRow[]>`
    SELECT s.share_batch_num, s.extraction_code, s.share_time, s.end_time, s.share_status, s.expired_at,
      s.cancelled_at, s.allow_download, s.message, s.views, s.downloads, s.download_limit, s.saves, s.last_visit_at,
      COALESCE(shown.entries, '[]'::json) AS entries, COALESCE(shown.entry_count, 0)::int AS entry_count
    FROM unnest(${shareBatchNums}::text[]) WITH ORDINALITY AS wanted(share_batch_num, place)
    JOIN shares s USING (share_batch_num)
    LEFT JOIN LATERAL (
      SELECT max(counted) AS entry_count,
        json_agg(json_build_object('id', id, 'name', name, 'kind', kind) ORDER BY position)
          FILTER (WHERE rank <= ${ENTRIES_SHOWN}) AS entries
      FROM (
        SELECT e.id, e.name, e.kind, se.position, count(*) OVER () AS counted,
          row_number() OVER (ORDER BY se.position) AS rank
        FROM share_entries se JOIN entries e ON e.id = se.entry_id
        WHERE se.share_batch_num = s.share_batch_num AND e.purged_at IS NULL) AS ranked) AS shown ON true
    ORDER BY wanted.place`;
  return rows.map((row) => ({
    shareBatchNum: row.share_batch_num,
    url: `${publicUrl}/s/${row.share_batch_num}`,
    extractionCode: row.extraction_code,
    shareTime: row.share_time.toISOString(),
    endTime: row.end_time?.toISOString() ?? null,
    shareStatus: shareStatus.parse(row.share_status),
    expiredAt: row.expired_at?.toISOString() ?? null,
    cancelledAt: row.cancelled_at?.toISOString() ?? null,
    allowDownload: row.allow_download,
    message: row.message,
    views: row.views,
    downloads: row.downloads,
    downloadLimit: row.download_limit,
    saves: row.saves,
    lastVisitAt: row.last_visit_at?.toISOString() ?? null,
    entries: row.entries,
    entryCount: row.entry_count,
  }));
}
