import type { ResolveReportInput } from '@/contracts/share-reports';
import type { Actor } from '@/server/accounts/actor';
import { requireAdministrator } from '@/server/accounts/require-administrator';
import type { Database, Transaction } from '@/server/database/client';
import { isUuid } from '@/server/database/is-uuid';
import { notFound } from '@/server/errors';
import { commitWithEvents } from '@/server/outbox/commit-with-events';

/**
 * Settles a report: dismisses it, or cancels the share for good and settles every report of it. Settling again is
 * harmless.
 * @throws {NetdiskError} `forbidden`; `not_found`.
 */
export async function resolveReport(
  db: Database,
  actor: Actor,
  reportId: string,
  { resolution }: ResolveReportInput,
): Promise<void> {
  requireAdministrator(actor);
  await commitWithEvents(db, async (tx) => {
    const report = isUuid(reportId) ? await tx.shareReport.findUnique({ where: { id: reportId } }) : null;
    if (!report) throw notFound('report');
    const { shareBatchNum } = report;
    const isCancelled = resolution === 'share_cancelled';
    const ownerIds = isCancelled ? await cancel(tx, shareBatchNum) : [];
    await tx.$executeRaw`
      UPDATE share_reports SET resolution = ${resolution}, resolved_at = clock_timestamp()
      WHERE resolved_at IS NULL AND share_batch_num = ${shareBatchNum}
        AND (${isCancelled} OR id = ${report.id}::uuid)`;
    return {
      result: undefined,
      events: [],
      live: ownerIds.map((ownerId) => ({ type: 'share.changed', ownerId, shareBatchNum })),
    };
  });
}

/** The owner of the share, unless it was cancelled before. */
async function cancel(tx: Transaction, shareBatchNum: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ owner_id: string }[]>`
    UPDATE shares SET cancelled_at = clock_timestamp()
    WHERE share_batch_num = ${shareBatchNum} AND cancelled_at IS NULL RETURNING owner_id`;
  return rows.map((row) => row.owner_id);
}
