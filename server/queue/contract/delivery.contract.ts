import { expect, test } from 'vitest';
import { buildEntryEvent, buildShareEvent } from '@/tests/build-event';
import { waitUntil } from '@/tests/wait-until';
import { CONSUMING, done, type QueueTrial } from './queue-trial';

/** What is published is delivered, once it is due, and done when it is done. */
export function describeDelivery(trial: QueueTrial): void {
  const { id, publish, consume } = trial;

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
    await trial.queue.consume('queue.file.save', { batchSize: 20, concurrency: 3 }, async (messages) => {
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
      await trial.queue.consume(name, CONSUMING, async (messages) => {
        for (const { messageId } of messages) seen.push(`${name} ${messageId}`);
        return messages.map(() => done);
      });
    }
    await trial.queue.publish([
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

  test('messages come in the order of their due times and within a second, whatever was published before for later', async () => {
    const lateness = new Map<string, number>();
    const due = new Map<string, number>();
    await trial.queue.consume('deadLetter.queue', CONSUMING, async (messages) => {
      const now = Date.now();
      for (const { messageId } of messages) lateness.set(messageId, now - (due.get(messageId) ?? 0));
      return messages.map(() => done);
    });
    const delays = [400 * 86_400_000, 10 * 365 * 86_400_000, 2_000, 2_900, 700, 50, -1_000, 1_000];
    for (const delay of delays) {
      const deliverAt = new Date(Date.now() + delay);
      due.set(id(delay), deliverAt.getTime());
      await trial.queue.publish([
        { messageId: id(delay), event: buildShareEvent(id(delay), deliverAt), deliverAt },
      ]);
    }
    await waitUntil('those of the next seconds came', async () => lateness.size >= 6);
    for (const delay of [2_000, 2_900, 700, 50, 1_000]) {
      const late = lateness.get(id(delay)) ?? Number.NaN;
      expect(late, `lateness of ${delay} ms`).toBeGreaterThanOrEqual(0);
      expect(late, `lateness of ${delay} ms`).toBeLessThan(1_000);
    }
    const arrived = [...lateness.keys()].filter((messageId) => messageId !== id(-1_000));
    expect(arrived).toEqual([50, 700, 1_000, 2_000, 2_900].map(id));
  });

  test('the same message published twice is delivered, and done, each time', async () => {
    await publish('a');
    await publish('a');
    const { received } = await consume();
    await waitUntil('both came', async () => received.length === 2);
    expect(received.map(({ messageId }) => messageId)).toEqual([id('a'), id('a')]);
  });
}
