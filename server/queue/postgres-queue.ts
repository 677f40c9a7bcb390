import type { Database } from '@/server/database/client';
import { listenToPostgres, type PostgresListener } from '@/server/database/postgres-listener';
import type { Log } from '@/server/log';
import { createWakeUp, type WakeUp } from '@/server/wake-up';
import {
  countFailedMessages,
  insertMessages,
  listFailedMessages,
  QUEUE_CHANNEL,
  redriveFailedMessages,
} from './postgres/messages';
import { startPostgresConsumer } from './postgres/start-consumer';
import type { Consumer, MessageQueue, QueueName } from './queue';

/**
 * The queue port over the table queue_messages. Consumers are woken by NOTIFY, by a timer set to the next due time,
 * and by a poll; a claim is a lease, so a message outlives the process that took it.
 */
export function createPostgresQueue(given: { db: Database; databaseUrl: string; log: Log }): MessageQueue {
  const { db, databaseUrl, log } = given;
  const consumers = new Map<Consumer, { queue: QueueName; wakeUp: WakeUp }>();
  let listener: PostgresListener | undefined;

  function wake(queue?: string): void {
    for (const consumer of consumers.values()) {
      if (queue === undefined || consumer.queue === queue) consumer.wakeUp.wake();
    }
  }

  return {
    async publish(messages) {
      if (messages.length > 0) await insertMessages(db, messages);
      return messages.map(({ messageId }) => ({ messageId, ok: true }));
    },

    async consume(queue, options, handle) {
      const source = { databaseUrl, channel: QUEUE_CHANNEL, log };
      listener ??= listenToPostgres(source, { onNotify: wake, onConnect: () => wake() });
      const wakeUp = createWakeUp();
      const consumer = startPostgresConsumer({ db, log, wakeUp, queue, options, handle });
      consumers.set(consumer, { queue, wakeUp });
      return {
        async stop() {
          consumers.delete(consumer);
          await consumer.stop();
        },
      };
    },

    listFailed: (limit) => listFailedMessages(db, limit),
    countFailed: () => countFailedMessages(db),
    redriveFailed: (limit) => redriveFailedMessages(db, limit),

    async checkHealth() {
      await db.queueMessage.findFirst({ select: { id: true } });
    },

    async close() {
      await Promise.all([...consumers.keys()].map((consumer) => consumer.stop()));
      consumers.clear();
      await listener?.close();
    },
  };
}
