import type { NetdiskEvent } from '@/contracts/events';

// The port to whatever carries messages between processes. Delivery is at least once and in no order:
// every handler is idempotent and decides by revision or generation.

/** The queues that workers read. The names are the seed's, but for `extract` and `thumbnail`. */
export type QueueName =
  | 'queue.file.save'
  | 'queue.file.remove'
  | 'queue.file.extract'
  | 'queue.file.thumbnail'
  | 'deadLetter.queue';

export interface OutgoingMessage {
  /** The outbox id: the same event published twice carries the same id. */
  messageId: string;
  event: NetdiskEvent;
  /** Absent: at once. A due time in the past is delivered at once too. */
  deliverAt?: Date;
}

/** `ok` only when the broker holds the message durably in a queue. */
export type PublishOutcome =
  | { messageId: string; ok: true }
  | { messageId: string; ok: false; reason: string };

export interface IncomingMessage {
  messageId: string;
  event: NetdiskEvent;
  /** 0 on the first delivery. */
  attempt: number;
}

/**
 * What became of a message. `retry` comes again after a delay that grows with the attempt; `failed` (or too many
 * retries) goes to queue.file.failed with its reason; `later` is a due time the handler found not yet reached.
 */
export type HandlingOutcome =
  | { kind: 'done' }
  | { kind: 'retry'; reason: string }
  | { kind: 'later'; deliverAt: Date }
  | { kind: 'failed'; reason: string };

/** One outcome per message, in the order given. Throwing means `retry` for the whole batch. */
export type BatchHandler = (messages: IncomingMessage[]) => Promise<HandlingOutcome[]>;

export interface ConsumeOptions {
  /** Most messages handed over in one call. */
  batchSize: number;
  /** Most calls under way at once. */
  concurrency: number;
}

export interface Consumer {
  /** Takes no more messages, waits for the calls under way, gives back what was not handled. */
  stop(): Promise<void>;
}

export interface FailedMessage {
  messageId: string;
  event: unknown;
  reason: string;
}

export interface MessageQueue {
  /** Resolves when each message is confirmed or refused; throws only when the broker is out of reach. */
  publish(messages: OutgoingMessage[]): Promise<PublishOutcome[]>;
  /** Keeps consuming across lost connections until stopped. */
  consume(queue: QueueName, options: ConsumeOptions, handle: BatchHandler): Promise<Consumer>;
  /** What stands in queue.file.failed, oldest first. */
  listFailed(limit: number): Promise<FailedMessage[]>;
  /** How many messages wait for a person, roughly: cheap enough to ask every few seconds. */
  countFailed(): Promise<number>;
  /** Publishes failed messages again as new ones; returns how many. */
  redriveFailed(limit: number): Promise<number>;
  /** Throws, naming the address and the remedy, when the broker is out of reach. */
  checkHealth(): Promise<void>;
  close(): Promise<void>;
}
