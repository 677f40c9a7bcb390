import type { Channel, GetMessage } from 'amqplib';
import { z } from 'zod';
import { FAILED_QUEUE, queueOf } from './delivery-rules';
import { readEvent } from './handle-batch';
import type { FailedMessage } from './queue';
import { type BrokerAddress, connectBroker } from './rabbitmq-connection';
import { readBody } from './rabbitmq-message';
import { type RabbitmqPublisher, toQueue } from './rabbitmq-publisher';

/** Reads the failed queue from its head, and puts everything back. */
export function listRabbitmqFailed(address: BrokerAddress, limit: number): Promise<FailedMessage[]> {
  return withFailedQueue(address, limit, async (messages) => messages.map(describe));
}

/** Publishes failed messages as new ones, each acknowledged only once its successor is safe; what is no event stays. */
export function redriveRabbitmqFailed(
  address: BrokerAddress,
  publisher: RabbitmqPublisher,
  limit: number,
): Promise<number> {
  return withFailedQueue(address, limit, async (messages, channel) => {
    let redriven = 0;
    for (const message of messages) {
      const { messageId, event } = describe(message);
      const read = readEvent(event);
      if ('problem' in read) continue;
      const headers = { attempt: 0 };
      const successor = toQueue(queueOf(read.event), 0, { messageId, content: message.content, headers });
      const [outcome] = await publisher.publish([successor]);
      if (!outcome?.ok) throw new Error(outcome?.reason ?? 'RabbitMQ gave no answer.');
      channel.ack(message);
      redriven += 1;
    }
    return redriven;
  });
}

/** Takes up to `limit` messages; those not acknowledged go back to their places when the connection closes. */
async function withFailedQueue<Result>(
  address: BrokerAddress,
  limit: number,
  use: (messages: GetMessage[], channel: Channel) => Promise<Result>,
): Promise<Result> {
  const broker = await connectBroker(address);
  try {
    const channel = await broker.openChannel();
    const messages: GetMessage[] = [];
    while (messages.length < limit) {
      const message = await channel.get(FAILED_QUEUE);
      if (!message) break;
      messages.push(message);
    }
    const result = await use(messages, channel);
    // Closing the channel first makes sure that its acknowledgements arrived.
    await channel.close();
    return result;
  } finally {
    await broker.close();
  }
}

/** Our own reason, or the broker's where it gave up delivering. */
const headers = z.object({
  reason: z.string().optional().catch(undefined),
  'x-death': z
    .array(z.object({ reason: z.string(), queue: z.string() }))
    .optional()
    .catch(undefined),
});

function describe({ content, properties }: GetMessage): FailedMessage {
  const { reason, 'x-death': deaths } = headers.parse(properties.headers ?? {});
  const body = readBody(content);
  return {
    messageId: typeof properties.messageId === 'string' ? properties.messageId : '',
    event: 'json' in body ? body.json : content.toString('utf8'),
    reason: reason ?? explainDeath(deaths?.[0]?.reason),
  };
}

function explainDeath(reason: string | undefined): string {
  return reason === 'delivery_limit'
    ? 'Delivered again and again without an outcome: handling it may crash the worker.'
    : `Dead-lettered by RabbitMQ (${reason ?? 'no reason given'}).`;
}
