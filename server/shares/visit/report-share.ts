import { randomUUID } from 'node:crypto';
import type { ReportShareInput } from '@/contracts/share-reports';
import type { Database } from '@/server/database/client';
import { NetdiskError } from '@/server/errors';
import { enterShare, type ShareVisit } from '../share-access';
import { type AddressLimiter, createAddressLimiter } from './address-limiter';

const REPORTS_PER_ADDRESS = 5;
const WINDOW_SECONDS = 600;

export interface ShareReporting extends ReportShareInput {
  /** Where the request came from, as the nearest proxy says. */
  address: string;
}

/** 5 reports of a share in 10 minutes: a visitor who changes their mark cannot flood the list. */
export function createReportLimiter(): AddressLimiter {
  return createAddressLimiter({
    points: REPORTS_PER_ADDRESS,
    seconds: WINDOW_SECONDS,
    refuse: (retryAfterSeconds) =>
      new NetdiskError('rate_limited', 'Too many reports. What you sent before has arrived.', {
        retryAfterSeconds,
      }),
  });
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
  const { shareBatchNum } = await enterShare(db, visit);
  await limiter.take(shareBatchNum, address);
  await db.$executeRaw`
    INSERT INTO share_reports (id, share_batch_num, visitor, reason, text)
    VALUES (${randomUUID()}::uuid, ${shareBatchNum}, ${visit.visitor}, ${reason}, ${text})
    ON CONFLICT (share_batch_num, visitor) DO UPDATE SET reason = excluded.reason, text = excluded.text,
      reported_at = excluded.reported_at, resolution = NULL, resolved_at = NULL`;
}
