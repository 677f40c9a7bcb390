import { type NetdiskEvent, netdiskEvent } from '@/contracts/events';
import type { Database, Transaction } from '@/server/database/client';
import type { MessageQueue, OutgoingMessage, PublishOutcome } from '@/server/queue/queue';
import { commitWithEvents } from './commit-with-events';

export interface PendingEvents {
  /** Most events of one batch. */
  limit: number;
  /** True: those that were refused before, in their turn. False: those never tried, oldest first. */
  refusedBefore: boolean;
}

export interface PublishedBatch {
  claimed: number;
  published: number;
}

interface OutboxRow {
  id: bigint;
  payload: unknown;
}

/**
 * Publishes one batch of the outbox and removes what the broker holds. The rows stay locked in between, and others
 * pass them over: several relays share the work. When this process dies, or the broker's answer stays away, they
 * come free and are published again, so an event reaches its queue at least once.
 * @throws {Error} when the broker is out of reach; then nothing was removed.
 */
export function publishPending(
  db: Database,
  queue: MessageQueue,
  pending: PendingEvents,
): Promise<PublishedBatch> {
  // Run again after a deadlock it publishes again, which an event must bear anyway.
  return commitWithEvents(db, async (tx) => {
    const rows = await claimRows(tx, pending);
    const messages: OutgoingMessage[] = [];
    const refused: { id: string; reason: string }[] = [];
    for (const { id, payload } of rows) {
      const event = netdiskEvent.safeParse(payload);
      if (event.success) messages.push(toMessage(id, event.data));
      else refused.push({ id: `${id}`, reason: `Not an event: ${event.error.message}` });
    }
    const published: bigint[] = [];
    for (const outcome of await publish(queue, messages)) {
      if (outcome.ok) published.push(BigInt(outcome.messageId));
      else refused.push({ id: outcome.messageId, reason: outcome.reason });
    }
    if (published.length > 0) {
      await tx.$executeRaw`DELETE FROM outbox_events WHERE id = ANY(${published}::bigint[])`;
    }
    if (refused.length > 0) await noteRefused(tx, refused);
    return { result: { claimed: rows.length, published: published.length }, events: [], live: [] };
  });
}

/** By state, never by "id above the last one": an id committed late would be skipped for ever. */
function claimRows(tx: Transaction, { limit, refusedBefore }: PendingEvents): Promise<OutboxRow[]> {
  return refusedBefore
    ? tx.$queryRaw<OutboxRow[]>`
        SELECT id, payload FROM outbox_events WHERE attempts > 0
        ORDER BY attempts, id LIMIT ${limit} FOR UPDATE SKIP LOCKED`
    : tx.$queryRaw<OutboxRow[]>`
        SELECT id, payload FROM outbox_events WHERE attempts = 0
        ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
}

function publish(queue: MessageQueue, messages: OutgoingMessage[]): Promise<PublishOutcome[]> {
  return messages.length > 0 ? queue.publish(messages) : Promise.resolve([]);
}

/** The outbox id is the message id: the same event published twice says so. */
function toMessage(id: bigint, event: NetdiskEvent): OutgoingMessage {
  const deliverAt = event.type === 'share.expiry-scheduled' ? { deliverAt: new Date(event.endTime) } : {};
  return { messageId: `${id}`, event, ...deliverAt };
}

async function noteRefused(tx: Transaction, refused: { id: string; reason: string }[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE outbox_events AS event SET attempts = attempts + 1, last_error = row.reason
    FROM jsonb_to_recordset(${JSON.stringify(refused)}::jsonb) AS row (id bigint, reason text)
    WHERE event.id = row.id`;
}
