import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildEntryEvent, buildShareEvent } from '@/tests/build-event';
import { waitUntil } from '@/tests/wait-until';
import type { BatchHandler, ConsumeOptions, HandlingOutcome, IncomingMessage, MessageQueue } from './queue';

/** What each adapter's test brings: queues over one and the same broker, and a way to cut their connections. */
export interface QueueHarness {
  openQueue(): MessageQueue;
  cutConnections(): Promise<void>;
}

const OPTIONS: ConsumeOptions = { batchSize: 10, concurrency: 2 };
const done: HandlingOutcome = { kind: 'done' };

/** What every adapter of the queue port promises. Each test speaks of messages of its own only. */
export function describeQueue(harness: QueueHarness): void {
  let queue: MessageQueue;
  let prefix = '';
  let count = 0;

  beforeEach(() => {
    queue = harness.openQueue();
    count += 1;
    prefix = `test-${count}`;
  });
  afterEach(() => queue.close());

  const id = (name: string | number) => `${prefix}-${name}`;
  const publish = (...names: (string | number)[]) =>
    queue.publish(names.map((name) => ({ messageId: id(name), event: buildEntryEvent(id(name)) })));

  /** Consumes queue.file.save, noting what came; `decide` gives the outcomes of this test's messages. */
  async function consume(
    decide: (message: IncomingMessage) => HandlingOutcome = () => done,
    options = OPTIONS,
  ) {
    const received: IncomingMessage[] = [];
    const handle: BatchHandler = async (messages) =>
      messages.map((message) => {
        if (!message.messageId.startsWith(`${prefix}-`)) return done;
        received.push(message);
        return decide(message);
      });
    const consumer = await queue.consume('queue.file.save', options, handle);
    return { received, stop: () => consumer.stop() };
  }

  test('a message is confirmed, handed over as it was published, and gone once it is done', async () => {
    expect(await publish('a')).toEqual([{ messageId: id('a'), ok: true }]);
    const first = await consume();
    await waitUntil('the message came', async () => first.received.length === 1);
    expect(first.received).toEqual([{ messageId: id('a'), event: buildEntryEvent(id('a')), attempt: 0 }]);
    await first.stop();
    await publish('b');
    const second = await consume();
    await waitUntil('another message came', async () => second.received.length > 0);
    expect(second.received.map(({ messageId }) => messageId)).toEqual([id('b')]);
  });

  test('many messages are all delivered, in batches no larger and no more at once than asked for', async () => {
    const names = Array.from({ length: 500 }, (_, index) => index);
    const outcomes = await publish(...names);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(500);
    const received = new Set<string>();
    const sizes: number[] = [];
    let underWay = 0;
    let mostUnderWay = 0;
    await queue.consume('queue.file.save', { batchSize: 20, concurrency: 3 }, async (messages) => {
      underWay += 1;
      mostUnderWay = Math.max(mostUnderWay, underWay);
      sizes.push(messages.length);
      await new Promise((resolve) => setImmediate(resolve));
      for (const { messageId } of messages) received.add(messageId);
      underWay -= 1;
      return messages.map(() => done);
    });
    await waitUntil('all came', async () => names.every((name) => received.has(id(name))));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20);
    expect(Math.max(...sizes)).toBeGreaterThan(1);
    expect(mostUnderWay).toBeLessThanOrEqual(3);
  });

  test('each queue gets its own kind of event', async () => {
    const seen: string[] = [];
    for (const name of ['queue.file.save', 'queue.file.remove', 'deadLetter.queue'] as const) {
      await queue.consume(name, OPTIONS, async (messages) => {
        for (const { messageId } of messages) seen.push(`${name} ${messageId}`);
        return messages.map(() => done);
      });
    }
    await queue.publish([
      { messageId: id(1), event: buildEntryEvent(id(1)) },
      { messageId: id(2), event: buildEntryEvent(id(2), { type: 'entry.removed' }) },
      { messageId: id(3), event: buildShareEvent(id(3), new Date()) },
    ]);
    await waitUntil('all came', async () => seen.length >= 3);
    expect(seen.sort()).toEqual([
      `deadLetter.queue ${id(3)}`,
      `queue.file.remove ${id(2)}`,
      `queue.file.save ${id(1)}`,
    ]);
  });

  test('a retry comes again later with a raised attempt', async () => {
    const times: number[] = [];
    const { received } = await consume(({ attempt }) => {
      times.push(Date.now());
      return attempt < 1 ? { kind: 'retry', reason: 'not yet' } : done;
    });
    await publish('a');
    await waitUntil('it came twice', async () => received.length === 2);
    expect(received.map(({ attempt }) => attempt)).toEqual([0, 1]);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(900);
    expect(received[1]?.event).toEqual(received[0]?.event);
  });

  test('a handler that throws means a retry for its whole batch', async () => {
    const seen = new Map<string, number[]>();
    await queue.consume('queue.file.save', OPTIONS, async (messages) => {
      for (const { messageId, attempt } of messages)
        seen.set(messageId, [...(seen.get(messageId) ?? []), attempt]);
      if (messages.some(({ attempt }) => attempt === 0)) throw new Error('the search engine is away');
      return messages.map(() => done);
    });
    await publish('a', 'b', 'c');
    await waitUntil('each came twice', async () =>
      ['a', 'b', 'c'].every((name) => seen.get(id(name))?.length === 2),
    );
    for (const name of ['a', 'b', 'c']) expect(seen.get(id(name))).toEqual([0, 1]);
  });

  test('a failed message is listed with its reason, delivered no more, and delivered again once re-driven', async () => {
    let fail = true;
    const { received } = await consume(() =>
      fail ? { kind: 'failed', reason: 'it can never succeed' } : done,
    );
    await publish('a', 'b');
    const failed = await waitUntil('both are listed', async () => {
      const listed = (await queue.listFailed(100)).filter(({ messageId }) => messageId.startsWith(prefix));
      return listed.length === 2 && listed;
    });
    expect(failed.map(({ messageId }) => messageId).sort()).toEqual([id('a'), id('b')]);
    expect(failed[0]).toMatchObject({ reason: 'it can never succeed', event: { type: 'entry.saved' } });
    // Listing takes nothing away.
    expect(await queue.listFailed(100)).toHaveLength(failed.length);
    await waitUntil('they are counted', async () => (await queue.countFailed()) === 2);
    expect(received).toHaveLength(2);
    fail = false;
    expect(await queue.redriveFailed(100)).toBe(2);
    await waitUntil('both came again', async () => received.length === 4);
    expect(received.slice(2).map(({ attempt }) => attempt)).toEqual([0, 0]);
    expect(await queue.listFailed(100)).toEqual([]);
  });

  test('a due time is kept to some milliseconds, whatever was published before for later', async () => {
    const lateness = new Map<string, number>();
    const due = new Map<string, number>();
    await queue.consume('deadLetter.queue', OPTIONS, async (messages) => {
      const now = Date.now();
      for (const { messageId } of messages) lateness.set(messageId, now - (due.get(messageId) ?? 0));
      return messages.map(() => done);
    });
    const delays = [400 * 86_400_000, 10 * 365 * 86_400_000, 2_000, 2_900, 700, 50, -1_000, 1_000];
    for (const delay of delays) {
      const deliverAt = new Date(Date.now() + delay);
      due.set(id(delay), deliverAt.getTime());
      await queue.publish([
        { messageId: id(delay), event: buildShareEvent(id(delay), deliverAt), deliverAt },
      ]);
    }
    await waitUntil('those of the next seconds came', async () => lateness.size >= 6);
    for (const delay of [2_000, 2_900, 700, 50, 1_000]) {
      const late = lateness.get(id(delay)) ?? Number.NaN;
      expect(late, `lateness of ${delay} ms`).toBeGreaterThanOrEqual(0);
      expect(late, `lateness of ${delay} ms`).toBeLessThan(250);
    }
    expect([...lateness.keys()].sort()).toEqual(delays.slice(2).map(id).sort());
  });

  test('what is not due yet comes again at the time the handler names, with the same attempt', async () => {
    const times: number[] = [];
    const deliverAt = new Date(Date.now() + 1_500);
    const { received } = await consume(() => {
      times.push(Date.now());
      return Date.now() < deliverAt.getTime() ? { kind: 'later', deliverAt } : done;
    });
    await publish('a');
    await waitUntil('it came again', async () => received.length === 2);
    expect(received.map(({ attempt }) => attempt)).toEqual([0, 0]);
    expect((times[1] ?? 0) - deliverAt.getTime()).toBeLessThan(250);
  });

  test('stopping waits for the call under way and gives back the rest', async () => {
    const names = Array.from({ length: 30 }, (_, index) => index);
    await publish(...names);
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const handled: string[] = [];
    let calls = 0;
    const consumer = await queue.consume(
      'queue.file.save',
      { batchSize: 5, concurrency: 1 },
      async (messages) => {
        calls += 1;
        await released;
        for (const { messageId } of messages) handled.push(messageId);
        return messages.map(() => done);
      },
    );
    const other = harness.openQueue();
    try {
      await waitUntil('a call is under way', async () => calls === 1);
      const stopped = consumer.stop();
      release();
      await stopped;
      const before = handled.length;
      expect(calls).toBe(1);
      expect(before).toBeGreaterThan(0);
      const rest: string[] = [];
      await other.consume('queue.file.save', OPTIONS, async (messages) => {
        for (const { messageId } of messages) rest.push(messageId);
        return messages.map(() => done);
      });
      const all = () => new Set([...handled, ...rest]);
      await waitUntil('the rest came', async () => names.every((name) => all().has(id(name))));
      expect(handled).toHaveLength(before);
      // What the first consumer had done was done for good.
      expect(rest.filter((messageId) => handled.includes(messageId))).toEqual([]);
    } finally {
      await other.close();
    }
  });

  test('the same message published twice is delivered, and done, each time', async () => {
    await publish('a');
    await publish('a');
    const { received } = await consume();
    await waitUntil('both came', async () => received.length === 2);
    expect(received.map(({ messageId }) => messageId)).toEqual([id('a'), id('a')]);
  });

  test('publishing and consuming go on after the connections were cut', async () => {
    const { received } = await consume();
    await publish('before');
    await waitUntil('it came', async () => received.length === 1);
    await harness.cutConnections();
    await waitUntil('publishing works again', async () => (await publish('after'))[0]?.ok);
    await waitUntil('it came', async () => received.some(({ messageId }) => messageId === id('after')));
  });

  test('a batch whose connections are cut while it is handled is not lost', async () => {
    const seen = new Map<string, number>();
    let cut = false;
    await queue.consume('queue.file.save', OPTIONS, async (messages) => {
      for (const { messageId } of messages) seen.set(messageId, (seen.get(messageId) ?? 0) + 1);
      if (cut) return messages.map(() => done);
      cut = true;
      await harness.cutConnections();
      return messages.map(() => ({ kind: 'retry', reason: 'cut' }));
    });
    await publish('a');
    await waitUntil('it came again', async () => (seen.get(id('a')) ?? 0) > 1, { seconds: 25 });
  });

  test('it is healthy while the broker answers', async () => {
    await expect(queue.checkHealth()).resolves.toBeUndefined();
  });
}
