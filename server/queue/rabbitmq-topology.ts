import type { Channel } from 'amqplib';
import { FAILED_QUEUE, MAX_DELIVERIES_WITHOUT_OUTCOME, ROUTING_KEYS } from './delivery-rules';
import type { QueueName } from './queue';

// Every exchange, queue and binding there is. Arguments of a queue are fixed when it is made: changing one here
// needs a new name (the version in `DELAY_PREFIX`), or whoever upgrades meets a TopologyConflictError.

export const FILE_EXCHANGE = 'file.exchange';
/** Where the last delay level and all that is due at once arrives; the seed's name. */
const DUE_EXCHANGE = 'deadLetter.exchange';
export const FAILED_EXCHANGE = 'file.failed.exchange';
/** Takes what the due exchange cannot route: without it such a message blocks its delay level for minutes. */
const LOST_EXCHANGE = 'file.lost.exchange';
export const LOST_QUEUE = 'queue.file.lost';
const DELAY_PREFIX = 'file.delay.v1';

/** Level n holds a message for 2^n seconds. 28 levels make any delay of whole seconds up to 8.5 years. */
const DELAY_LEVELS = 28;
const LONGEST_DELAY_SECONDS = 2 ** DELAY_LEVELS - 1;

/** RabbitMQ counts from the second delivery on. */
const DELIVERY_LIMIT = MAX_DELIVERIES_WITHOUT_OUTCOME - 1;

/** Where a queue's messages that are due at once go in. */
const ENTRANCES: Record<QueueName, string> = {
  'queue.file.save': FILE_EXCHANGE,
  'queue.file.remove': FILE_EXCHANGE,
  'queue.file.extract': FILE_EXCHANGE,
  'queue.file.thumbnail': FILE_EXCHANGE,
  'deadLetter.queue': DUE_EXCHANGE,
};
const QUEUES: readonly QueueName[] = [
  'queue.file.save',
  'queue.file.remove',
  'queue.file.extract',
  'queue.file.thumbnail',
  'deadLetter.queue',
];

/** Thrown when the broker holds a queue or exchange of ours with other settings: nothing we may repair by ourselves. */
export class TopologyConflictError extends Error {
  constructor(name: string, cause: unknown) {
    super(
      `RabbitMQ already has "${name}" with other settings. Let it run empty and delete it ` +
        `(rabbitmqctl delete_queue, with -p for the vhost), or give Netdisk a vhost of its own in AMQP_URL.`,
      { cause },
    );
    this.name = 'TopologyConflictError';
  }
}

/** Declares all of it; harmless where it is there already. Whatever others dead-letter to comes first. */
export async function declareTopology(channel: Channel): Promise<void> {
  await declareExchange(channel, LOST_EXCHANGE, 'fanout');
  await declareQueue(channel, LOST_QUEUE, {});
  await channel.bindQueue(LOST_QUEUE, LOST_EXCHANGE, '');
  await declareExchange(channel, FAILED_EXCHANGE, 'fanout');
  // RabbitMQ 4 counts a listing as a delivery and drops after 20; a limit of our own keeps what a person looks at.
  await declareQueue(channel, FAILED_QUEUE, { 'x-delivery-limit': 1_000_000 });
  await channel.bindQueue(FAILED_QUEUE, FAILED_EXCHANGE, '');
  await declareExchange(channel, FILE_EXCHANGE, 'topic');
  await declareExchange(channel, DUE_EXCHANGE, 'topic', LOST_EXCHANGE);
  for (const queue of QUEUES) {
    const limits = { 'x-delivery-limit': DELIVERY_LIMIT, ...deadLetterTo(FAILED_EXCHANGE) };
    await declareQueue(channel, queue, limits);
    await channel.bindQueue(queue, ENTRANCES[queue], ROUTING_KEYS[queue]);
    // The delay bits stand before the key when a message comes out of the levels.
    await channel.bindQueue(queue, DUE_EXCHANGE, `#.${ROUTING_KEYS[queue]}`);
  }
  for (let level = 0; level < DELAY_LEVELS; level += 1) await declareDelayLevel(channel, level);
}

/**
 * Exchange n looks at bit n of the delay, which is word 28 - n of the routing key: 1 leads into queue n, which lets
 * go to exchange n - 1 after 2^n seconds; 0 leads there at once. Below level 0 stands the due exchange.
 */
async function declareDelayLevel(channel: Channel, level: number): Promise<void> {
  const exchange = delayName('exchange', level);
  const queue = delayName('queue', level);
  const next = level === 0 ? DUE_EXCHANGE : delayName('exchange', level - 1);
  const higherBits = '*.'.repeat(DELAY_LEVELS - 1 - level);
  await declareExchange(channel, exchange, 'topic');
  await declareQueue(channel, queue, { 'x-message-ttl': 2 ** level * 1000, ...deadLetterTo(next) });
  await channel.bindQueue(queue, exchange, `${higherBits}1.#`);
  await channel.bindExchange(next, exchange, `${higherBits}0.#`);
}

/** At least once, which RabbitMQ silently does not do without `reject-publish`. The routing key stays the message's. */
function deadLetterTo(exchange: string): Record<string, string> {
  return {
    'x-dead-letter-exchange': exchange,
    'x-dead-letter-strategy': 'at-least-once',
    'x-overflow': 'reject-publish',
  };
}

async function declareExchange(
  channel: Channel,
  name: string,
  type: 'topic' | 'fanout',
  alternateExchange?: string,
): Promise<void> {
  const options = { durable: true, ...(alternateExchange ? { alternateExchange } : {}) };
  await orConflict(name, channel.assertExchange(name, type, options));
}

async function declareQueue(
  channel: Channel,
  name: string,
  settings: Record<string, string | number>,
): Promise<void> {
  await orConflict(
    name,
    channel.assertQueue(name, { durable: true, arguments: { 'x-queue-type': 'quorum', ...settings } }),
  );
}

const PRECONDITION_FAILED = 406;

async function orConflict(name: string, declared: Promise<unknown>): Promise<void> {
  try {
    await declared;
  } catch (cause) {
    const conflict = cause instanceof Error && 'code' in cause && cause.code === PRECONDITION_FAILED;
    throw conflict ? new TopologyConflictError(name, cause) : cause;
  }
}

/** Where to publish so that the message reaches `queue` after so many whole seconds. */
export function routeTo(queue: QueueName, delaySeconds: number): { exchange: string; routingKey: string } {
  const destination = ROUTING_KEYS[queue];
  if (delaySeconds <= 0) return { exchange: ENTRANCES[queue], routingKey: destination };
  // A longer delay is cut: the consumer sees that the message came early and delays it anew.
  const seconds = Math.min(delaySeconds, LONGEST_DELAY_SECONDS);
  const bits = seconds.toString(2).padStart(DELAY_LEVELS, '0').split('');
  // Entering at the highest set bit spares the hops above it: 10,600 messages/s instead of 545.
  const level = DELAY_LEVELS - 1 - bits.indexOf('1');
  return { exchange: delayName('exchange', level), routingKey: [...bits, destination].join('.') };
}

function delayName(what: 'exchange' | 'queue', level: number): string {
  return `${DELAY_PREFIX}.${what}.${String(level).padStart(2, '0')}`;
}
