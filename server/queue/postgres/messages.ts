import type { Database } from '@/server/database/client';
import { FAILED_QUEUE, MAX_DELIVERIES_WITHOUT_OUTCOME, queueOf } from '../delivery-rules';
import { type Disposition, readEvent } from '../handle-batch';
import type { FailedMessage, OutgoingMessage, QueueName } from '../queue';

// The statements over the table queue_messages. The database's clock decides what is due and which lease has run out.

/** Wakes the consumers of the queue that its payload names. */
export const QUEUE_CHANNEL = 'netdisk_queue';

/** How long a claimed message is left alone. Consumers renew it; one that was killed lets it run out. */
export const LEASE_SECONDS = 15;

/** A claimed row, not parsed yet. */
export interface ClaimedMessage {
  id: bigint;
  message_id: string;
  body: unknown;
  attempt: number;
  deliveries: number;
}

/** Adds messages and wakes whoever consumes them, in one statement. */
export async function insertMessages(db: Database, messages: OutgoingMessage[]): Promise<void> {
  const rows = messages.map(({ messageId, event, deliverAt }) => ({
    queue: queueOf(event),
    message_id: messageId,
    body: event,
    available_at: deliverAt?.toISOString() ?? null,
  }));
  await db.$executeRaw`
    WITH added AS (
      INSERT INTO queue_messages (queue, message_id, body, available_at)
      SELECT queue, message_id, body, COALESCE(available_at, clock_timestamp())
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS row (queue text, message_id text, body jsonb, available_at timestamptz)
      RETURNING queue)
    SELECT pg_notify(${QUEUE_CHANNEL}, queue) FROM (SELECT DISTINCT queue FROM added) AS queues`;
}

/** Takes up to `limit` due messages under a lease; several consumers at once never get the same one. */
export function claimMessages(db: Database, queue: QueueName, limit: number): Promise<ClaimedMessage[]> {
  // MATERIALIZED: the planner may otherwise run the inner query more than once and claim more than the limit.
  return db.$queryRaw<ClaimedMessage[]>`
    WITH due AS MATERIALIZED (
      SELECT id FROM queue_messages
      WHERE queue = ${queue} AND available_at <= clock_timestamp()
        AND (locked_until IS NULL OR locked_until <= clock_timestamp())
      ORDER BY available_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE queue_messages AS message
    SET locked_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}),
      deliveries = deliveries + 1
    FROM due WHERE message.id = due.id
    RETURNING message.id, message_id, body, attempt, deliveries`;
}

/** Keeps claimed messages to ourselves for another lease. */
export async function renewLease(db: Database, ids: bigint[]): Promise<void> {
  await db.$executeRaw`
    UPDATE queue_messages SET locked_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    WHERE id = ANY(${ids}::bigint[]) AND locked_until IS NOT NULL`;
}

/** Milliseconds until the next message that nobody holds is due; undefined when there is none. */
export async function millisecondsToNextDue(db: Database, queue: QueueName): Promise<number | undefined> {
  const rows = await db.$queryRaw<{ wait_ms: number }[]>`
    SELECT (extract(epoch FROM available_at - clock_timestamp()) * 1000)::float8 AS wait_ms
    FROM queue_messages WHERE queue = ${queue} AND locked_until IS NULL
    ORDER BY available_at LIMIT 1`;
  return rows[0]?.wait_ms;
}

/** Writes down what became of claimed messages; together they cost at most three statements. */
export async function settleMessages(
  db: Database,
  settled: { id: bigint; attempt: number; disposition: Disposition }[],
): Promise<void> {
  const done: bigint[] = [];
  const again: { id: string; attempt: number; deliver_at: string | null; delay_seconds: number }[] = [];
  const failed: { id: string; reason: string }[] = [];
  for (const { id, attempt, disposition } of settled) {
    switch (disposition.kind) {
      case 'done':
        done.push(id);
        break;
      case 'retry': {
        const { delaySeconds } = disposition;
        again.push({
          id: `${id}`,
          attempt: disposition.attempt,
          deliver_at: null,
          delay_seconds: delaySeconds,
        });
        break;
      }
      case 'later': {
        const deliverAt = disposition.deliverAt.toISOString();
        again.push({ id: `${id}`, attempt, deliver_at: deliverAt, delay_seconds: 0 });
        break;
      }
      case 'failed':
        failed.push({ id: `${id}`, reason: disposition.reason });
        break;
    }
  }
  if (done.length > 0) await db.$executeRaw`DELETE FROM queue_messages WHERE id = ANY(${done}::bigint[])`;
  if (again.length > 0) await releaseMessages(db, again);
  if (failed.length > 0) await failMessages(db, failed);
}

async function releaseMessages(db: Database, rows: object[]): Promise<void> {
  await db.$executeRaw`
    UPDATE queue_messages AS message
    SET attempt = row.attempt, locked_until = NULL, deliveries = 0,
      available_at = COALESCE(row.deliver_at, clock_timestamp() + make_interval(secs => row.delay_seconds))
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS row (id bigint, attempt int, deliver_at timestamptz, delay_seconds int)
    WHERE message.id = row.id`;
}

async function failMessages(db: Database, rows: object[]): Promise<void> {
  await db.$executeRaw`
    UPDATE queue_messages AS message
    SET queue = ${FAILED_QUEUE}, reason = row.reason, locked_until = NULL, deliveries = 0
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (id bigint, reason text)
    WHERE message.id = row.id`;
}

/** Why a claimed message must not be handed over once more, if so. */
export function reasonToFail({ deliveries }: ClaimedMessage): string | undefined {
  return deliveries > MAX_DELIVERIES_WITHOUT_OUTCOME
    ? 'Delivered again and again without an outcome: handling it may crash the worker.'
    : undefined;
}

/** What stands in the failed queue, oldest first. */
export async function listFailedMessages(db: Database, limit: number): Promise<FailedMessage[]> {
  const rows = await db.queueMessage.findMany({
    where: { queue: FAILED_QUEUE },
    orderBy: { id: 'asc' },
    take: limit,
  });
  return rows.map(({ messageId, body, reason }) => ({ messageId, event: body, reason: reason ?? '' }));
}

export function countFailedMessages(db: Database): Promise<number> {
  return db.queueMessage.count({ where: { queue: FAILED_QUEUE } });
}

/** Puts failed messages back into their queues as if they were new; what is no event stays. */
export async function redriveFailedMessages(db: Database, limit: number): Promise<number> {
  const rows = await db.queueMessage.findMany({
    where: { queue: FAILED_QUEUE },
    orderBy: { id: 'asc' },
    take: limit,
  });
  const redriven = rows.flatMap(({ id, body }) => {
    const read = readEvent(body);
    return 'problem' in read ? [] : [{ id: `${id}`, queue: queueOf(read.event) }];
  });
  return db.$executeRaw`
    WITH redriven AS (
      UPDATE queue_messages AS message
      SET queue = row.queue, attempt = 0, reason = NULL, available_at = clock_timestamp()
      FROM jsonb_to_recordset(${JSON.stringify(redriven)}::jsonb) AS row (id bigint, queue text)
      WHERE message.id = row.id AND message.queue = ${FAILED_QUEUE}
      RETURNING message.queue)
    SELECT queue, pg_notify(${QUEUE_CHANNEL}, queue) FROM redriven`;
}
