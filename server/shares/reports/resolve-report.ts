import type { ResolveReportInput } from '@/contracts/share-reports';
import type { Actor } from '@/server/accounts/actor';
import { requireAdministrator } from '@/server/accounts/require-administrator';
import type { Database } from '@/server/database/client';
import { isUuid } from '@/server/database/is-uuid';
import { notFound } from '@/server/errors';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import { markCancelled } from '../mark-cancelled';

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
    const live = isCancelled ? await markCancelled(tx, shareBatchNum) : [];
    await tx.$executeRaw`
      UPDATE share_reports SET resolution = ${resolution}, resolved_at = clock_timestamp()
      WHERE resolved_at IS NULL AND share_batch_num = ${shareBatchNum}
        AND (${isCancelled} OR id = ${report.id}::uuid)`;
    return { result: undefined, events: [], live };
  });
}
