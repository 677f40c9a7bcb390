import { expect, test } from 'vitest';
import { waitUntil } from '@/tests/wait-until';
import { CONSUMING, done, type QueueTrial } from './queue-trial';

/** Nothing is lost when a consumer stops or the connection is cut. */
export function describeRecovery(trial: QueueTrial): void {
  const { id, publish, consume } = trial;

  test('stopping waits for the call under way and gives back the rest', async () => {
    const names = Array.from({ length: 30 }, (_, index) => index);
    await publish(...names);
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const handled: string[] = [];
    let calls = 0;
    const consumer = await trial.queue.consume(
      'queue.file.save',
      { batchSize: 5, concurrency: 1 },
      async (messages) => {
        calls += 1;
        await released;
        for (const { messageId } of messages) handled.push(messageId);
        return messages.map(() => done);
      },
    );
    const other = trial.harness.openQueue();
    try {
      await waitUntil('a call is under way', async () => calls === 1);
      const stopped = consumer.stop();
      release();
      await stopped;
      const before = handled.length;
      expect(calls).toBe(1);
      expect(before).toBeGreaterThan(0);
      const rest: string[] = [];
      await other.consume('queue.file.save', CONSUMING, async (messages) => {
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

  test('publishing and consuming go on after the connections were cut', async () => {
    const { received } = await consume();
    await publish('before');
    await waitUntil('it came', async () => received.length === 1);
    await trial.harness.cutConnections();
    await waitUntil('publishing works again', async () => (await publish('after'))[0]?.ok);
    await waitUntil('it came', async () => received.some(({ messageId }) => messageId === id('after')));
  });

  test('a batch whose connections are cut while it is handled is not lost', async () => {
    const seen = new Map<string, number>();
    let cut = false;
    await trial.queue.consume('queue.file.save', CONSUMING, async (messages) => {
      for (const { messageId } of messages) seen.set(messageId, (seen.get(messageId) ?? 0) + 1);
      if (cut) return messages.map(() => done);
      cut = true;
      await trial.harness.cutConnections();
      return messages.map(() => ({ kind: 'retry', reason: 'cut' }));
    });
    await publish('a');
    await waitUntil('it came again', async () => (seen.get(id('a')) ?? 0) > 1, { seconds: 25 });
  });

  test('it is healthy while the broker answers', async () => {
    await expect(trial.queue.checkHealth()).resolves.toBeUndefined();
  });
}
