import type { Channel, ConsumeMessage } from 'amqplib';
import { gatherBatches } from './gather-batches';
import { type Disposition, handleBatch } from './handle-batch';
import type { IncomingMessage } from './queue';
import { type BrokerConnection, connectBroker } from './rabbitmq-connection';
import type { ConsumerWork } from './rabbitmq-consumer';
import { readMessage } from './rabbitmq-message';
import { type RoutedMessage, toFailed, toQueue } from './rabbitmq-publisher';

/** Messages that arrive within this many milliseconds are handled together. */
const LINGER_MS = 5;
/** The shortest delay the levels know. What is due sooner waits here, unacknowledged. */
const LEVEL_ZERO_MS = 1_000;

/** One connection from which messages are handled, until it ends. */
export interface RabbitmqDelivery {
  /** Resolves with the reason when nothing more will come. */
  readonly ended: Promise<Error>;
  /** Takes no more, waits for the calls under way, gives back the rest. */
  stop(): Promise<void>;
}

/** A message in our hands. Its tag means something only to the channel it came by. */
interface Delivery {
  source: ConsumeMessage;
  message: IncomingMessage;
}

/** Connects, declares and starts to consume. */
export async function openDelivery(work: ConsumerWork): Promise<RabbitmqDelivery> {
  const broker = await connectBroker(work.address);
  try {
    const channel = await broker.openChannel();
    await channel.prefetch(work.options.batchSize * work.options.concurrency);
    return await deliver(work, broker, channel);
  } catch (error) {
    await broker.close();
    throw error;
  }
}

async function deliver(
  work: ConsumerWork,
  broker: BrokerConnection,
  channel: Channel,
): Promise<RabbitmqDelivery> {
  const { publisher, queue, handle } = work;
  const { log } = work.address;
  const holding = new Set<NodeJS.Timeout>();
  const batches = gatherBatches<Delivery>({ ...work.options, lingerMs: LINGER_MS }, async (batch) => {
    const dispositions = await handleBatch(
      handle,
      batch.map(({ message }) => message),
      log,
    );
    await Promise.all(batch.map((delivery, index) => settle(delivery, dispositions[index])));
  });

  async function receive(source: ConsumeMessage): Promise<void> {
    const read = readMessage(source);
    if ('problem' in read) {
      log.error({ queue, messageId: read.messageId, problem: read.problem }, 'a message cannot be read');
      await replace(source, toFailed(queue, read.problem, read));
    } else await handOverWhenDue({ source, message: read.message }, read.deliverAt);
  }

  /** The levels know whole seconds and bring a message up to one early: the rest of its time passes here. */
  async function handOverWhenDue(delivery: Delivery, deliverAt: number): Promise<void> {
    const left = deliverAt - Date.now();
    if (left <= 0) batches.push(delivery);
    else if (left < LEVEL_ZERO_MS) hold(delivery, deliverAt, left);
    else await delay(delivery, { seconds: Math.floor(left / 1000), deliverAt });
  }

  function hold(delivery: Delivery, deliverAt: number, left: number): void {
    const timer = setTimeout(() => {
      holding.delete(timer);
      void guarded(handOverWhenDue(delivery, deliverAt));
    }, left);
    holding.add(timer);
  }

  function settle(delivery: Delivery, disposition: Disposition = { kind: 'done' }): Promise<void> {
    return guarded(applyDisposition(delivery, disposition));
  }

  async function applyDisposition(delivery: Delivery, disposition: Disposition): Promise<void> {
    const { source, message } = delivery;
    switch (disposition.kind) {
      case 'done':
        return acknowledge(source);
      case 'retry':
        return delay(delivery, { seconds: disposition.delaySeconds, attempt: disposition.attempt });
      case 'later':
        return handOverWhenDue(delivery, disposition.deliverAt.getTime());
      case 'failed':
        return replace(source, toFailed(queue, disposition.reason, { ...message, content: source.content }));
    }
  }

  function delay(
    { source, message }: Delivery,
    {
      seconds,
      attempt = message.attempt,
      deliverAt,
    }: { seconds: number; attempt?: number; deliverAt?: number },
  ): Promise<void> {
    const headers = { attempt, ...(deliverAt === undefined ? {} : { deliverAt }) };
    const { messageId } = message;
    return replace(source, toQueue(queue, seconds, { messageId, content: source.content, headers }));
  }

  /** A new message first, the acknowledgement of the old one after it: never neither. */
  async function replace(source: ConsumeMessage, successor: RoutedMessage): Promise<void> {
    if (!broker.isOpen()) return;
    const [outcome] = await publisher.publish([successor]);
    if (!outcome?.ok) throw new Error(outcome?.reason ?? 'RabbitMQ gave no answer.');
    acknowledge(source);
  }

  /** Over a lost connection the message comes again anyway, and its tag means nothing to the next one. */
  function acknowledge(source: ConsumeMessage): void {
    if (broker.isOpen()) channel.ack(source);
  }

  /** What cannot be settled goes back, all of it and with back-off: giving back single messages would spin. */
  async function guarded(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      broker.end(error instanceof Error ? error : new Error(String(error)));
    }
  }

  function forgetHeld(): void {
    for (const timer of holding) clearTimeout(timer);
    holding.clear();
  }

  const { consumerTag } = await channel.consume(queue, (source) => {
    if (source) void guarded(receive(source));
    else broker.end(new Error(`RabbitMQ cancelled the consumer: ${queue} was deleted or moved.`));
  });

  return {
    ended: broker.ended,
    async stop() {
      forgetHeld();
      if (broker.isOpen()) await guarded(channel.cancel(consumerTag).then(() => undefined));
      await batches.stop();
      forgetHeld();
      await broker.close();
    },
  };
}
