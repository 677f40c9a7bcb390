import type { Channel, GetMessage } from 'amqplib';
import { z } from 'zod';
import { FAILED_QUEUE, queueOf } from '../delivery-rules';
import { readEvent } from '../handle-batch';
import type { FailedMessage } from '../queue';
import { type BrokerAddress, connectBroker } from './connect-broker';
import { type RabbitmqPublisher, toQueue } from './publisher';
import { readBody } from './read-message';

/** Reads the failed queue from its head, and puts everything back. */
export function listRabbitmqFailed(address: BrokerAddress, limit: number): Promise<FailedMessage[]> {
  return withChannel(address, async (channel) => (await takeFailed(channel, limit)).map(describe));
}

const REDRIVEN_AT_ONCE = 500;

/** Publishes failed messages as new ones, each acknowledged only once its successor is safe; what is no event stays. */
export function redriveRabbitmqFailed(
  address: BrokerAddress,
  publisher: RabbitmqPublisher,
  limit: number,
): Promise<number> {
  return withChannel(address, async (channel) => {
    let redriven = 0;
    for (let left = limit; left > 0; ) {
      const messages = await takeFailed(channel, Math.min(left, REDRIVEN_AT_ONCE));
      if (messages.length === 0) break;
      redriven += await redrive(channel, publisher, messages);
      left -= messages.length;
    }
    return redriven;
  });
}

async function redrive(
  channel: Channel,
  publisher: RabbitmqPublisher,
  messages: GetMessage[],
): Promise<number> {
  const redrivable = messages.flatMap((message) => {
    const { messageId, event } = describe(message);
    const read = readEvent(event);
    return 'event' in read ? [{ message, messageId, queue: queueOf(read.event) }] : [];
  });
  const outcomes = await publisher.publish(
    redrivable.map(({ message, messageId, queue }) =>
      toQueue(queue, 0, { messageId, content: message.content, headers: { attempt: 0 } }),
    ),
  );
  const refused = outcomes.find((outcome) => !outcome.ok);
  for (const [index, { message }] of redrivable.entries()) if (outcomes[index]?.ok) channel.ack(message);
  if (refused && !refused.ok) throw new Error(refused.reason);
  return redrivable.length;
}

/** Takes up to `limit` messages from the head. Those not acknowledged go back to their places with the channel. */
async function takeFailed(channel: Channel, limit: number): Promise<GetMessage[]> {
  const messages: GetMessage[] = [];
  while (messages.length < limit) {
    const message = await channel.get(FAILED_QUEUE);
    if (!message) break;
    messages.push(message);
  }
  return messages;
}

async function withChannel<Result>(
  address: BrokerAddress,
  use: (channel: Channel) => Promise<Result>,
): Promise<Result> {
  const broker = await connectBroker(address);
  try {
    const channel = await broker.openChannel();
    const result = await use(channel);
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
