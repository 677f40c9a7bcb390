import { afterEach, beforeEach } from 'vitest';
import { buildEntryEvent } from '@/tests/build-event';
import type {
  BatchHandler,
  ConsumeOptions,
  Consumer,
  HandlingOutcome,
  IncomingMessage,
  MessageQueue,
  PublishOutcome,
} from '../queue';

/** What each adapter's test brings: queues over one and the same broker, and a way to cut their connections. */
export interface QueueHarness {
  openQueue(): MessageQueue;
  cutConnections(): Promise<void>;
}

/** What each test has: a queue of its own over the broker they share, and names nobody else uses. */
export interface QueueTrial {
  readonly harness: QueueHarness;
  readonly queue: MessageQueue;
  id(name: string | number): string;
  /** Publishes `entry.saved` messages of these names. */
  publish(...names: (string | number)[]): Promise<PublishOutcome[]>;
  /** Consumes queue.file.save and notes what came of this test's messages; `decide` gives their outcomes. */
  consume(
    decide?: (message: IncomingMessage) => HandlingOutcome,
  ): Promise<Consumer & { received: IncomingMessage[] }>;
}

export const CONSUMING: ConsumeOptions = { batchSize: 10, concurrency: 2 };
export const done: HandlingOutcome = { kind: 'done' };

/** Opens a queue before each test and closes it after it. */
export function openTrial(harness: QueueHarness): QueueTrial {
  let queue: MessageQueue | undefined;
  let count = 0;

  beforeEach(() => {
    queue = harness.openQueue();
    count += 1;
  });
  afterEach(() => queue?.close());

  function current(): MessageQueue {
    if (!queue) throw new Error('There is a queue only while a test runs.');
    return queue;
  }

  const id = (name: string | number) => `test-${count}-${name}`;

  return {
    harness,
    get queue() {
      return current();
    },
    id,
    publish: (...names) =>
      current().publish(names.map((name) => ({ messageId: id(name), event: buildEntryEvent(id(name)) }))),
    async consume(decide = () => done) {
      const received: IncomingMessage[] = [];
      const handle: BatchHandler = async (messages) =>
        messages.map((message) => {
          if (!message.messageId.startsWith(id(''))) return done;
          received.push(message);
          return decide(message);
        });
      const consumer = await current().consume('queue.file.save', CONSUMING, handle);
      return { received, stop: () => consumer.stop() };
    },
  };
}
