import type { Channel, ConsumeMessage } from 'amqplib';
import { type BatchGatherer, gatherBatches } from '../gather-batches';
import { type Disposition, handleBatch } from '../handle-batch';
import type { IncomingMessage } from '../queue';
import { type BrokerConnection, connectBroker } from './connect-broker';
import { type RoutedMessage, toFailed, toQueue } from './publisher';
import { readMessage } from './read-message';
import type { ConsumerWork } from './start-consumer';

/** Messages that arrive within this many milliseconds are handled together. */
const LINGER_MS = 5;
/** The shortest delay the levels know. What is due sooner waits here, unacknowledged. */
const LEVEL_ZERO_MS = 1_000;

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
    const delivery = new RabbitmqDelivery(work, broker, channel);
    await delivery.begin();
    return delivery;
  } catch (error) {
    await broker.close();
    throw error;
  }
}

/** One connection from which messages are handled, until it ends. What is not settled by then comes again. */
export class RabbitmqDelivery {
  private readonly work: ConsumerWork;
  private readonly broker: BrokerConnection;
  private readonly channel: Channel;
  private readonly batches: BatchGatherer<Delivery>;
  private readonly holding = new Set<NodeJS.Timeout>();
  private consumerTag = '';

  constructor(work: ConsumerWork, broker: BrokerConnection, channel: Channel) {
    this.work = work;
    this.broker = broker;
    this.channel = channel;
    this.batches = gatherBatches({ ...work.options, lingerMs: LINGER_MS }, (batch) => this.handle(batch));
  }

  /** Resolves with the reason when nothing more will come. */
  get ended(): Promise<Error> {
    return this.broker.ended;
  }

  async begin(): Promise<void> {
    const { queue } = this.work;
    const { consumerTag } = await this.channel.consume(queue, (source) => {
      if (source) void this.orEnd(this.receive(source));
      else this.broker.end(new Error(`RabbitMQ cancelled the consumer: ${queue} was deleted or moved.`));
    });
    this.consumerTag = consumerTag;
  }

  /** Takes no more, waits for the calls under way, gives back the rest. */
  async stop(): Promise<void> {
    if (this.broker.isOpen()) await this.orEnd(this.channel.cancel(this.consumerTag));
    await this.batches.stop();
    for (const timer of this.holding) clearTimeout(timer);
    await this.broker.close();
  }

  private async receive(source: ConsumeMessage): Promise<void> {
    const { queue, address } = this.work;
    const read = readMessage(source);
    if ('message' in read) {
      await this.handOverWhenDue({ source, message: read.message }, read.deliverAt);
      return;
    }
    const { messageId, problem } = read;
    address.log.error({ queue, messageId, problem }, 'a message cannot be read');
    await this.replace(source, toFailed(queue, problem, read));
  }

  /** The levels know whole seconds and bring a message up to one early: the rest of its time passes here. */
  private async handOverWhenDue(delivery: Delivery, deliverAt: number): Promise<void> {
    const left = deliverAt - Date.now();
    if (left <= 0) this.batches.push(delivery);
    else if (left < LEVEL_ZERO_MS) this.hold(delivery, deliverAt, left);
    else await this.delay(delivery, { seconds: Math.floor(left / 1000), deliverAt });
  }

  private hold(delivery: Delivery, deliverAt: number, left: number): void {
    const timer = setTimeout(() => {
      this.holding.delete(timer);
      void this.orEnd(this.handOverWhenDue(delivery, deliverAt));
    }, left);
    this.holding.add(timer);
  }

  private async handle(batch: Delivery[]): Promise<void> {
    const messages = batch.map(({ message }) => message);
    const dispositions = await handleBatch(this.work.handle, messages, this.work.address.log);
    const settled = batch.map((delivery, index) => this.settle(delivery, dispositions[index]));
    await this.orEnd(Promise.all(settled));
  }

  private async settle(delivery: Delivery, disposition: Disposition = { kind: 'done' }): Promise<void> {
    const { source, message } = delivery;
    switch (disposition.kind) {
      case 'done':
        return this.acknowledge(source);
      case 'retry':
        return this.delay(delivery, { seconds: disposition.delaySeconds, attempt: disposition.attempt });
      case 'later':
        return this.handOverWhenDue(delivery, disposition.deliverAt.getTime());
      case 'failed': {
        const failed = { ...message, content: source.content };
        return this.replace(source, toFailed(this.work.queue, disposition.reason, failed));
      }
    }
  }

  private delay(
    { source, message }: Delivery,
    changed: { seconds: number; attempt?: number; deliverAt?: number },
  ): Promise<void> {
    const { seconds, attempt = message.attempt, deliverAt } = changed;
    const headers = { attempt, ...(deliverAt === undefined ? {} : { deliverAt }) };
    const { messageId } = message;
    const { content } = source;
    return this.replace(source, toQueue(this.work.queue, seconds, { messageId, content, headers }));
  }

  /** A new message first, the acknowledgement of the old one after it: never neither. */
  private async replace(source: ConsumeMessage, successor: RoutedMessage): Promise<void> {
    if (!this.broker.isOpen()) return;
    const [outcome] = await this.work.publisher.publish([successor]);
    if (!outcome?.ok) throw new Error(outcome?.reason ?? 'RabbitMQ gave no answer.');
    this.acknowledge(source);
  }

  /** Over a lost connection the message comes again anyway, and its tag means nothing to the next one. */
  private acknowledge(source: ConsumeMessage): void {
    if (this.broker.isOpen()) this.channel.ack(source);
  }

  /** What cannot be settled goes back, all of it and with back-off: giving back single messages would spin. */
  private async orEnd(settling: Promise<unknown>): Promise<void> {
    try {
      await settling;
    } catch (error) {
      this.broker.end(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
