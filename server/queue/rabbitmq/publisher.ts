import { setTimeout as pause } from 'node:timers/promises';
import type { ConfirmChannel } from 'amqplib';
import { FAILED_QUEUE } from '../delivery-rules';
import type { PublishOutcome, QueueName } from '../queue';
import { FAILED_EXCHANGE, FILE_EXCHANGE, LOST_QUEUE, routeTo } from '../rabbitmq-topology';
import { type BrokerAddress, type BrokerConnection, connectBroker, describeAddress } from './connect-broker';

/**
 * What travels beside the event. Nothing else is ever copied from one message to the next: one that carries an old
 * `x-death` is taken for a cycle and dropped.
 */
interface MessageHeaders {
  attempt: number;
  /** Milliseconds since 1970. Absent: due at once. */
  deliverAt?: number;
  /** Of a failed message: why, and where it stood. */
  reason?: string;
  queue?: string;
}

export interface RoutedMessage {
  exchange: string;
  routingKey: string;
  messageId: string;
  content: Buffer;
  headers: MessageHeaders;
}

export interface RabbitmqPublisher {
  /**
   * Resolves when the broker has answered for each message, in order.
   * @throws {Error} when it did not: the messages may or may not be in their queues then.
   */
  publish(messages: RoutedMessage[]): Promise<PublishOutcome[]>;
  /** What stands in the failed and in the lost queue. */
  countFailed(): Promise<number>;
  checkHealth(): Promise<void>;
  close(): Promise<void>;
}

/** Most messages on their way without an answer: bounds memory, which `publish` alone does not. */
const MAX_UNCONFIRMED = 1_000;
const CONFIRM_TIMEOUT_MS = 10_000;

interface Session {
  broker: BrokerConnection;
  channel: ConfirmChannel;
  /** Publish numbers of messages that came back because no queue took them. */
  returned: Set<string>;
}

/** Publishes persistent and mandatory with confirms, over one connection that is opened when first needed. */
export function createRabbitmqPublisher(address: BrokerAddress): RabbitmqPublisher {
  const slots = createSlots(MAX_UNCONFIRMED);
  let session: Promise<Session> | undefined;
  let published = 0;

  /** One attempt at a time, shared by all who wait; a lost or failed session is forgotten. */
  function openSession(): Promise<Session> {
    if (!session) {
      const opening = connectSession(address);
      session = opening;
      const forget = () => {
        if (session === opening) session = undefined;
      };
      opening.then(({ broker }) => broker.ended.then(forget), forget);
    }
    return session;
  }

  async function publishOne(current: Session, message: RoutedMessage): Promise<PublishOutcome> {
    await slots.take();
    try {
      published += 1;
      return await confirmed(current, message, String(published));
    } finally {
      slots.release();
    }
  }

  return {
    async publish(messages) {
      const current = await openSession();
      const outcomes = await Promise.all(messages.map((message) => publishOne(current, message)));
      if (outcomes.some((outcome) => !outcome.ok)) await giveUp(current);
      return outcomes;
    },

    async countFailed() {
      const { channel } = await openSession();
      const failed = await channel.checkQueue(FAILED_QUEUE);
      const lost = await channel.checkQueue(LOST_QUEUE);
      return failed.messageCount + lost.messageCount;
    },

    async checkHealth() {
      const { broker, channel } = await openSession();
      const reason = broker.blockedBecause();
      if (reason !== undefined) {
        throw new Error(`RabbitMQ at ${describeAddress(address.url)} takes no messages: ${reason}.`);
      }
      await channel.checkExchange(FILE_EXCHANGE);
    },

    async close() {
      if (!session) return;
      const [opened] = await Promise.allSettled([session]);
      if (opened.status === 'fulfilled') await opened.value.broker.close();
    },
  };
}

async function connectSession(address: BrokerAddress): Promise<Session> {
  const broker = await connectBroker(address);
  const channel = await broker.openConfirmChannel();
  const returned = new Set<string>();
  channel.on('return', ({ properties }) => returned.add(String(properties.correlationId)));
  return { broker, channel, returned };
}

/** A queue or binding was removed under us: the next connection declares it anew. */
async function giveUp({ broker }: Session): Promise<void> {
  // A quorum queue declared again within some 35 ms of its deletion leaves its consumers deaf (measured, 3.10.8).
  await pause(250);
  broker.end(new Error('RabbitMQ refused a message.'));
}

/**
 * Publishes one message and waits for the broker's word. A message no queue takes is returned first and then
 * acknowledged like any other, so returns are remembered until the acknowledgement. They are matched by a number
 * of this very publish: the same message id may be on its way twice.
 */
function confirmed(
  { broker, channel, returned }: Session,
  { exchange, routingKey, messageId, content, headers }: RoutedMessage,
  correlationId: string,
): Promise<PublishOutcome> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const silent = new Error(`RabbitMQ did not confirm a message within ${CONFIRM_TIMEOUT_MS / 1000} s.`);
      broker.end(silent);
      reject(silent);
    }, CONFIRM_TIMEOUT_MS);
    const answer = (error: unknown) => {
      clearTimeout(timer);
      if (!broker.isOpen()) reject(new Error('RabbitMQ went away before it confirmed.', { cause: error }));
      else if (error) resolve({ messageId, ok: false, reason: 'RabbitMQ refused the message (nack).' });
      else if (returned.delete(correlationId))
        resolve({ messageId, ok: false, reason: unroutable(routingKey) });
      else resolve({ messageId, ok: true });
    };
    try {
      const properties = { persistent: true, mandatory: true, messageId, correlationId };
      const format = { contentType: 'application/json', contentEncoding: 'utf-8' };
      channel.publish(exchange, routingKey, content, { ...properties, ...format, headers }, answer);
    } catch (error) {
      clearTimeout(timer);
      reject(error);
    }
  });
}

function unroutable(routingKey: string): string {
  return `No queue takes messages of ${routingKey}; it is declared anew before the next try.`;
}

/** The message that takes this event to its queue after so many whole seconds. */
export function toQueue(
  queue: QueueName,
  delaySeconds: number,
  message: Pick<RoutedMessage, 'messageId' | 'content' | 'headers'>,
): RoutedMessage {
  return { ...routeTo(queue, delaySeconds), ...message };
}

/** The message that leaves this event in the failed queue. */
export function toFailed(
  queue: QueueName,
  reason: string,
  { messageId, content, attempt }: { messageId: string; content: Buffer; attempt: number },
): RoutedMessage {
  // Headers are bounded: a parser's complaint may be as long as what it complains about.
  const headers = { attempt, queue, reason: reason.slice(0, 2_000) };
  return { exchange: FAILED_EXCHANGE, routingKey: '', messageId, content, headers };
}

function createSlots(count: number): { take(): Promise<void>; release(): void } {
  const waiting: (() => void)[] = [];
  let free = count;
  return {
    async take() {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
    },
    release() {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    },
  };
}
