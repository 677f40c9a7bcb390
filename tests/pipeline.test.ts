import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import { relayOutbox } from '@/server/outbox/relay-outbox';
import type { IncomingMessage } from '@/server/queue/queue';
import type { Services } from '@/server/services';
import { buildEntryEvent, buildShareEvent } from './build-event';
import { openQueueServices, QUEUE_KINDS, type QueueServices } from './queue-services';
import { startWorker } from './start-worker';
import { waitUntil } from './wait-until';

// From a commit to a handler, with the real relay as a process of its own that is killed on the way.

const EVENTS = 4_000;
const KILLS = 3;

describe.each(QUEUE_KINDS)('over %s', (kind) => {
  let opened: QueueServices;
  let services: Services;

  beforeAll(async () => {
    opened = await openQueueServices(kind);
    services = opened.services;
  });
  afterAll(() => opened.drop());

  const startRelay = () => relayOutbox({ ...services, databaseUrl: services.config.database.url });

  /** Commits that many events, some in a transaction of their own; returns the ids they tell of. */
  async function commitEvents(prefix: string, count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
    const sizes = [1, 1, 10, count];
    for (let start = 0; start < count; ) {
      const some = ids.slice(start, start + (sizes.shift() ?? count));
      await commitWithEvents(services.db, async () => ({
        result: undefined,
        events: some.map((id) => buildEntryEvent(id)),
        live: [],
      }));
      start += some.length;
    }
    return ids;
  }

  test('whatever is committed while the relay is killed again and again reaches its handler', async () => {
    const handled = new Set<string>();
    const consumer = await services.queue.consume(
      'queue.file.save',
      { batchSize: 50, concurrency: 2 },
      async (messages: IncomingMessage[]) => {
        for (const { event } of messages) if (event.type === 'entry.saved') handled.add(event.userFileId);
        return messages.map(() => ({ kind: 'done' }));
      },
    );
    const rolledBack = commitWithEvents(services.db, async (tx) => {
      await tx.outboxEvent.create({ data: { type: 'entry.saved', payload: buildEntryEvent('rolled back') } });
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');

    const committed: string[] = [];
    let killedWithWorkLeft = 0;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      committed.push(...(await commitEvents(`before-kill-${kill}`, EVENTS)));
      const before = handled.size;
      const relay = await startWorker(['outbox-relay'], opened.env, { waitUntilReady: false });
      await waitUntil('it published something', async () => handled.size > before, { everyMs: 1 });
      await relay.kill();
      if ((await services.db.outboxEvent.count()) > 0) killedWithWorkLeft += 1;
    }
    expect(killedWithWorkLeft).toBeGreaterThan(0);
    const relay = await startWorker(['outbox-relay'], opened.env);
    await waitUntil('all of it was handled', async () => committed.every((id) => handled.has(id)), {
      seconds: 60,
    });
    await waitUntil('the outbox is empty', async () => (await services.db.outboxEvent.count()) === 0);
    expect([...handled].sort()).toEqual(committed.sort());
    expect(await relay.stop()).toBe(0);
    await consumer.stop();
  }, 120_000);

  test('several relays at once share the outbox and publish nothing twice', async () => {
    const handled: string[] = [];
    const consumer = await services.queue.consume(
      'queue.file.remove',
      { batchSize: 100, concurrency: 2 },
      async (messages) => {
        for (const { messageId } of messages) handled.push(messageId);
        return messages.map(() => ({ kind: 'done' }));
      },
    );
    await commitWithEvents(services.db, async () => {
      const events = Array.from({ length: 5_000 }, (_, index) =>
        buildEntryEvent(`removed-${index}`, { type: 'entry.removed' }),
      );
      return { result: undefined, events, live: [] };
    });
    const relays = [startRelay(), startRelay(), startRelay()];
    await waitUntil('all are handled', async () => handled.length >= 5_000);
    await waitUntil('the outbox is empty', async () => (await services.db.outboxEvent.count()) === 0);
    expect(new Set(handled).size).toBe(5_000);
    expect(handled).toHaveLength(5_000);
    await Promise.all(relays.map((relay) => relay.stop()));
    await consumer.stop();
  }, 120_000);

  test('a share reaches its worker at its end, not before', async () => {
    const times: number[] = [];
    const consumer = await services.queue.consume(
      'deadLetter.queue',
      { batchSize: 10, concurrency: 1 },
      async (messages) => {
        times.push(Date.now());
        return messages.map(() => ({ kind: 'done' }));
      },
    );
    const relay = startRelay();
    const endTime = new Date(Date.now() + 3_000);
    await commitWithEvents(services.db, async () => ({
      result: undefined,
      events: [buildShareEvent('share', endTime)],
      live: [],
    }));
    await waitUntil('it came', async () => times.length > 0);
    const lateness = (times[0] ?? 0) - endTime.getTime();
    expect(lateness).toBeGreaterThanOrEqual(0);
    expect(lateness).toBeLessThan(500);
    await relay.stop();
    await consumer.stop();
  });

  test('what can never be published stays in the outbox with its reason and holds nothing up', async () => {
    await services.db.$executeRaw`
      INSERT INTO outbox_events (type, payload) VALUES ('entry.saved', '{"type": "unheard-of"}')`;
    const handled: string[] = [];
    const consumer = await services.queue.consume(
      'queue.file.save',
      { batchSize: 10, concurrency: 1 },
      async (messages) => {
        for (const { event } of messages) if (event.type === 'entry.saved') handled.push(event.userFileId);
        return messages.map(() => ({ kind: 'done' }));
      },
    );
    const relay = startRelay();
    await commitWithEvents(services.db, async () => ({
      result: undefined,
      events: [buildEntryEvent('behind it')],
      live: [],
    }));
    await waitUntil('what stands behind it came', async () => handled.includes('behind it'));
    const left = await waitUntil('its refusal is noted', () =>
      services.db.outboxEvent.findFirst({ where: { attempts: { gt: 0 } } }),
    );
    expect(left.lastError).toContain('Not an event');
    await relay.stop();
    await consumer.stop();
    await services.db.outboxEvent.deleteMany();
  });
});
