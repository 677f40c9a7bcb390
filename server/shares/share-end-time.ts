import type { NetdiskEvent } from '@/contracts/events';
import { TEN_YEARS_SECONDS } from '@/contracts/shares';
import type { Transaction } from '@/server/database/client';
import { invalidInput } from '@/server/errors';

/** What a person says about the end of a share; of the two at most one is set. */
interface WishedEnd {
  endTime?: string | null | undefined;
  ttlSeconds?: number | undefined;
}

/** The database's clock decides when a share ends, so it decides when it begins; in whole milliseconds. */
export async function readDatabaseClock(tx: Transaction): Promise<Date> {
  const rows = await tx.$queryRaw<{ now: Date }[]>`
    SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;
  const now = rows[0]?.now;
  if (!now) throw new Error('The database answered no time.');
  return now;
}

/**
 * The moment a share ends, exact to the millisecond, or null for never.
 * @throws {NetdiskError} `invalid_input` on `endTime` where it is past or more than ten years away.
 */
export function resolveEndTime(now: Date, { endTime, ttlSeconds }: WishedEnd): Date | null {
  if (ttlSeconds !== undefined) return new Date(now.getTime() + ttlSeconds * 1000);
  if (endTime == null) return null;
  const end = new Date(endTime);
  if (end <= now) throw invalidInput('endTime', 'This time has passed. Choose one in the future.');
  if (end.getTime() > now.getTime() + TEN_YEARS_SECONDS * 1000) {
    throw invalidInput('endTime', 'A share lives for ten years at most. Choose an earlier time, or never.');
  }
  return end;
}

/** The event that wakes the expiry of a share at its end; none for a share that never ends. */
export function scheduleExpiry(share: {
  shareBatchNum: string;
  generation: number;
  endTime: Date | null;
}): NetdiskEvent[] {
  if (!share.endTime) return [];
  return [
    {
      type: 'share.expiry-scheduled',
      shareBatchNum: share.shareBatchNum,
      generation: share.generation,
      endTime: share.endTime.toISOString(),
    },
  ];
}
