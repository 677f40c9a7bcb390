import { type Channel, type ChannelModel, type ConfirmChannel, connect } from 'amqplib';
import type { Log } from '@/server/log';
import { declareTopology, TopologyConflictError } from '../rabbitmq-topology';

/** Where the broker is, and who hears about it. */
export interface BrokerAddress {
  url: string;
  log: Log;
}

/**
 * One connection with its channels. They live and die together: a channel that the broker closed has lost its
 * consumers and confirms, so the whole is given up and built anew.
 */
export interface BrokerConnection {
  openChannel(): Promise<Channel>;
  openConfirmChannel(): Promise<ConfirmChannel>;
  /** False from the moment nothing more can be sent; acknowledging then would throw. */
  isOpen(): boolean;
  /** Resolves with the reason when the connection is over. Never rejects. */
  readonly ended: Promise<Error>;
  /** Gives the connection up for a reason of our own. */
  end(reason: Error): void;
  /** Closes it; what was not acknowledged goes back to its queue. */
  close(): Promise<void>;
  /** Why the broker takes no messages at the moment (a memory or disk alarm), if so. */
  blockedBecause(): string | undefined;
}

/** Within the time a worker has to drain. */
const CONNECT_TIMEOUT_MS = 5_000;
const CLOSE_TIMEOUT_MS = 2_000;
const HEARTBEAT_SECONDS = 15;

/**
 * Connects and declares the topology, so that nobody publishes into a broker that lost it.
 * @throws {TopologyConflictError} when a queue exists with other settings.
 * @throws {Error} naming the address and what to do, when the broker is out of reach.
 */
export async function connectBroker({ url, log }: BrokerAddress): Promise<BrokerConnection> {
  const model = await openOrExplain(url);
  const broker = watchConnection(model, log, describeAddress(url));
  try {
    const channel = await broker.openChannel();
    await declareTopology(channel);
    return broker;
  } catch (error) {
    await broker.close();
    throw error instanceof TopologyConflictError ? error : outOfReach(url, error);
  }
}

async function openOrExplain(url: string): Promise<ChannelModel> {
  try {
    return await connect(withHeartbeat(url), {
      // Confirms of small messages wait for Nagle's timer otherwise: 47 ms instead of 8.
      noDelay: true,
      timeout: CONNECT_TIMEOUT_MS,
      clientProperties: { connection_name: `netdisk ${process.pid}` },
    });
  } catch (cause) {
    throw outOfReach(url, cause);
  }
}

function outOfReach(url: string, cause: unknown): Error {
  const why = cause instanceof Error ? cause.message || cause.name : String(cause);
  return new Error(
    `RabbitMQ at ${describeAddress(url)} is out of reach (${why}). Start it, or correct AMQP_URL.`,
    { cause },
  );
}

/** The address as it may stand in a log: without the password. */
export function describeAddress(url: string): string {
  const parts = new URL(url);
  if (parts.password) parts.password = '***';
  return parts.href;
}

function withHeartbeat(url: string): string {
  const parts = new URL(url);
  if (!parts.searchParams.has('heartbeat')) parts.searchParams.set('heartbeat', String(HEARTBEAT_SECONDS));
  return parts.href;
}

function watchConnection(model: ChannelModel, log: Log, address: string): BrokerConnection {
  let open = true;
  let gone = false;
  let closing: Promise<void> | undefined;
  let blocked: string | undefined;
  let resolveEnded: (reason: Error) => void;
  const ended = new Promise<Error>((resolve) => {
    resolveEnded = resolve;
  });

  function over(reason: Error): void {
    open = false;
    resolveEnded(reason);
  }

  async function close(): Promise<void> {
    over(new Error('The connection was closed by Netdisk.'));
    if (!gone) closing ??= closeWithin(model, CLOSE_TIMEOUT_MS, log);
    await closing;
  }

  function watchChannel<Watched extends Channel>(channel: Watched): Watched {
    channel.on('error', over);
    // First of all listeners: amqplib's own answers unconfirmed messages, which must see that this is over.
    channel.prependListener('close', () => over(new Error('The broker closed a channel.')));
    channel.on('handler-error', (error) => log.error({ err: error }, 'a RabbitMQ listener threw'));
    return channel;
  }

  model.on('error', over);
  // A broker that is shut down closes without any error event.
  model.on('close', (reason) => {
    gone = true;
    over(reason ?? new Error('The broker closed the connection.'));
  });
  model.on('handler-error', (error) => log.error({ err: error }, 'a RabbitMQ listener threw'));
  model.on('blocked', (reason) => {
    blocked = reason;
    log.warn({ address, reason }, 'RabbitMQ takes no messages: free memory or disk there');
  });
  model.on('unblocked', () => {
    blocked = undefined;
    log.info({ address }, 'RabbitMQ takes messages again');
  });

  return {
    openChannel: async () => watchChannel(await model.createChannel()),
    openConfirmChannel: async () => watchChannel(await model.createConfirmChannel()),
    isOpen: () => open,
    ended,
    end(reason) {
      over(reason);
      void close();
    },
    close,
    blockedBecause: () => blocked,
  };
}

/** Waits for the closing handshake, which a broker that hangs never answers. Never throws. */
async function closeWithin(model: ChannelModel, ms: number, log: Log): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    await Promise.race([model.close(), timeout]);
  } catch (error) {
    log.debug({ err: error }, 'the RabbitMQ connection broke while it was closed');
  } finally {
    clearTimeout(timer);
  }
}
