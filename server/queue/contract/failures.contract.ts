import { expect, test } from 'vitest';
import { waitUntil } from '@/tests/wait-until';
import { CONSUMING, done, type QueueTrial } from './queue-trial';

/** What is not done comes again, or fails and can be re-driven. */
export function describeFailures(trial: QueueTrial): void {
  const { id, publish, consume } = trial;

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
    await trial.queue.consume('queue.file.save', CONSUMING, async (messages) => {
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
      const listed = (await trial.queue.listFailed(100)).filter(({ messageId }) =>
        messageId.startsWith(id('')),
      );
      return listed.length === 2 && listed;
    });
    expect(failed.map(({ messageId }) => messageId).sort()).toEqual([id('a'), id('b')]);
    expect(failed[0]).toMatchObject({ reason: 'it can never succeed', event: { type: 'entry.saved' } });
    // Listing takes nothing away.
    expect(await trial.queue.listFailed(100)).toHaveLength(failed.length);
    await waitUntil('they are counted', async () => (await trial.queue.countFailed()) === 2);
    expect(received).toHaveLength(2);
    fail = false;
    expect(await trial.queue.redriveFailed(100)).toBe(2);
    await waitUntil('both came again', async () => received.length === 4);
    expect(received.slice(2).map(({ attempt }) => attempt)).toEqual([0, 0]);
    expect(await trial.queue.listFailed(100)).toEqual([]);
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
}
