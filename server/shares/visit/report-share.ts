import { randomUUID } from 'node:crypto';
import type { ReportShareInput } from '@/contracts/share-reports';
import type { Database } from '@/server/database/client';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import { enterShare, type ShareVisit } from '../share-access';
import type { AddressLimiter } from './address-limiter';

export interface ShareReporting extends ReportShareInput {
  /** Where the request came from, as the nearest proxy says. */
  address: string;
}

/**
 * Tells the administrators what a visitor finds wrong with a share; its owner is not told. Each visitor has one report
 * of a share, and what they say later takes its place.
 * @throws {NetdiskError} what enterShare throws; `rate_limited`.
 */
export async function reportShare(
  db: Database,
  limiter: AddressLimiter,
  visit: ShareVisit,
  { reason, text, address }: ShareReporting,
): Promise<void> {
  await commitWithEvents(db, async (tx) => {
    const { shareBatchNum } = await enterShare(tx, visit);
    await limiter.take(shareBatchNum, address);
    await tx.$executeRaw`
      INSERT INTO share_reports (id, share_batch_num, visitor, reason, text)
      VALUES (${randomUUID()}::uuid, ${shareBatchNum}, ${visit.visitor}, ${reason}, ${text})
      ON CONFLICT (share_batch_num, visitor) DO UPDATE SET reason = excluded.reason, text = excluded.text,
        reported_at = excluded.reported_at, resolution = NULL, resolved_at = NULL`;
    return { result: undefined, events: [], live: [] };
  });
}
