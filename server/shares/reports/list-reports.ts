import { reportReason, type ShareReportList } from '@/contracts/share-reports';
import type { Actor } from '@/server/accounts/actor';
import { requireAdministrator } from '@/server/accounts/require-administrator';
import type { Database } from '@/server/database/client';

const REPORTS_SHOWN = 200;

/**
 * What visitors reported and nobody has looked at, the oldest first. `publicUrl` begins each link.
 * @throws {NetdiskError} `forbidden`.
 */
export async function listReports(
  db: Database,
  actor: Actor,
  { publicUrl }: { publicUrl: string },
): Promise<ShareReportList> {
  requireAdministrator(actor);
  const open = { resolvedAt: null };
  const rows = await db.shareReport.findMany({
    where: open,
    orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }],
    take: REPORTS_SHOWN,
    include: { share: { select: { owner: { select: { name: true, email: true } } } } },
  });
  return {
    items: rows.map(({ share, ...row }) => ({
      id: row.id,
      shareBatchNum: row.shareBatchNum,
      url: `${publicUrl}/s/${row.shareBatchNum}`,
      ownerName: share.owner.name,
      ownerEmail: share.owner.email,
      reason: reportReason.parse(row.reason),
      text: row.text,
      reportedAt: row.reportedAt.toISOString(),
    })),
    total: await db.shareReport.count({ where: open }),
  };
}
