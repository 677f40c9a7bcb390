import type { LiveEvent, NetdiskEvent } from '@/contracts/events';
import type { Database, Transaction } from '@/server/database/client';
import { isRetryableTransactionError } from '@/server/database/transaction-errors';

/** PostgreSQL channels: a wake-up for the relay, and the changes that open pages listen to. */
export const OUTBOX_CHANNEL = 'netdisk_outbox';
export const LIVE_CHANNEL = 'netdisk_live';

/** What a mutation returns: its answer, and what the rest of the system must hear. "Nothing" is written out. */
export interface Committed<Result> {
  result: Result;
  events: NetdiskEvent[];
  live: LiveEvent[];
}

const MAX_ATTEMPTS = 5;
const EVENTS_PER_INSERT = 5_000;

/**
 * Runs one mutation in one transaction together with its outbox events: either all of it happened or nothing.
 * No other transaction may write, so no operation can publish after its commit and lose the message.
 * Deadlocks and serialisation failures are retried; `work` must therefore touch nothing but `tx`.
 */
export async function commitWithEvents<Result>(
  db: Database,
  work: (tx: Transaction) => Promise<Committed<Result>>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(
        async (tx) => {
          const { result, events, live } = await work(tx);
          await writeEvents(tx, events);
          await announce(tx, live);
          return result;
        },
        // A folder of 100,000 entries is trashed in one transaction; the default 5 s would cut it.
        { timeout: 120_000, maxWait: 30_000 },
      );
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !isRetryableTransactionError(error)) throw error;
    }
  }
}

async function writeEvents(tx: Transaction, events: NetdiskEvent[]): Promise<void> {
  for (let start = 0; start < events.length; start += EVENTS_PER_INSERT) {
    const batch = JSON.stringify(events.slice(start, start + EVENTS_PER_INSERT));
    await tx.$executeRaw`
      INSERT INTO outbox_events (type, payload)
      SELECT event->>'type', event FROM jsonb_array_elements(${batch}::jsonb) AS event`;
  }
  if (events.length > 0) await tx.$executeRaw`SELECT pg_notify(${OUTBOX_CHANNEL}, '')`;
}

async function announce(tx: Transaction, live: LiveEvent[]): Promise<void> {
  if (live.length === 0) return;
  const texts = live.map((event) => JSON.stringify(event));
  await tx.$executeRaw`SELECT pg_notify(${LIVE_CHANNEL}, text) FROM unnest(${texts}::text[]) AS told(text)`;
}
