import type { Log } from '@/server/log';
import { queueOf } from './delivery-rules';
import type { Consumer, MessageQueue, OutgoingMessage } from './queue';
import { listRabbitmqFailed, redriveRabbitmqFailed } from './rabbitmq/failed-queue';
import { createRabbitmqPublisher, type RoutedMessage, toQueue } from './rabbitmq/publisher';
import { startRabbitmqConsumer } from './rabbitmq/start-consumer';

/** The queue port over RabbitMQ 3.10 or later. Connects when first used, and again whenever the connection is lost. */
export function createRabbitmqQueue(address: { url: string; log: Log }): MessageQueue {
  const publisher = createRabbitmqPublisher(address);
  const consumers = new Set<Consumer>();

  return {
    publish: (messages) => publisher.publish(messages.map(route)),

    async consume(queue, options, handle) {
      const consumer = await startRabbitmqConsumer({ address, publisher, queue, options, handle });
      consumers.add(consumer);
      return {
        async stop() {
          consumers.delete(consumer);
          await consumer.stop();
        },
      };
    },

    listFailed: (limit) => listRabbitmqFailed(address, limit),
    redriveFailed: (limit) => redriveRabbitmqFailed(address, publisher, limit),
    countFailed: () => publisher.countFailed(),
    checkHealth: () => publisher.checkHealth(),

    async close() {
      await Promise.all([...consumers].map((consumer) => consumer.stop()));
      consumers.clear();
      await publisher.close();
    },
  };
}

/** Whole seconds travel through the delay levels; what is left below one second passes at the consumer. */
function route({ messageId, event, deliverAt }: OutgoingMessage): RoutedMessage {
  const content = Buffer.from(JSON.stringify(event));
  const delaySeconds = deliverAt ? Math.floor((deliverAt.getTime() - Date.now()) / 1000) : 0;
  const headers = { attempt: 0, ...(deliverAt ? { deliverAt: deliverAt.getTime() } : {}) };
  return toQueue(queueOf(event), delaySeconds, { messageId, content, headers });
}
