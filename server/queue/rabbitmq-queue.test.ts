import { type ChannelModel, connect } from 'amqplib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildEntryEvent, buildShareEvent } from '@/tests/build-event';
import { openTcpProxy, type TcpProxy } from '@/tests/proxies/tcp-proxy';
import { createTestVhost, type TestVhost } from '@/tests/test-vhost';
import { waitUntil } from '@/tests/wait-until';
import { createLog } from '../log';
import type { IncomingMessage, MessageQueue } from './queue';
import { describeQueue } from './queue.contract';
import { createRabbitmqQueue } from './rabbitmq-queue';

let vhost: TestVhost;

beforeAll(async () => {
  vhost = await createTestVhost();
});
afterAll(() => vhost.drop());

const log = createLog('silent', 'test');
const openQueue = (url = vhost.url) => createRabbitmqQueue({ url, log });

describe('the queue over RabbitMQ', () => {
  describeQueue({ openQueue, cutConnections: () => vhost.closeConnections() });
});

describe('RabbitMQ itself', () => {
  let queue: MessageQueue;
  let operator: ChannelModel;

  beforeEach(async () => {
    queue = openQueue();
    operator = await connect(vhost.url);
  });
  afterEach(async () => {
    await queue.close();
    await operator.close();
  });

  const publish = async (messageId: string) =>
    (await queue.publish([{ messageId, event: buildEntryEvent(messageId) }]))[0];

  async function consume(from = queue): Promise<IncomingMessage[]> {
    const received: IncomingMessage[] = [];
    await from.consume('queue.file.save', { batchSize: 10, concurrency: 1 }, async (messages) => {
      received.push(...messages);
      return messages.map(() => ({ kind: 'done' }));
    });
    return received;
  }

  test('a message no queue takes is reported, and the next one finds its queue declared anew', async () => {
    await publish('before');
    const channel = await operator.createChannel();
    await channel.deleteQueue('queue.file.save');
    expect(await publish('lost')).toEqual({
      messageId: 'lost',
      ok: false,
      reason: expect.stringContaining('No queue takes messages of key.file.save'),
    });
    await waitUntil('it is declared anew', async () => (await publish('found'))?.ok);
  });

  test('of many messages exactly those that no queue takes are reported', async () => {
    await queue.checkHealth();
    const channel = await operator.createChannel();
    await channel.deleteQueue('queue.file.remove');
    const outcomes = await queue.publish(
      Array.from({ length: 400 }, (_, index) => ({
        messageId: String(index),
        event: buildEntryEvent(String(index), { type: index % 2 ? 'entry.removed' : 'entry.saved' }),
      })),
    );
    expect(outcomes.map(({ ok }) => ok)).toEqual(outcomes.map((_, index) => index % 2 === 0));
  });

  test('a consumer whose queue is deleted declares it anew and goes on', async () => {
    const received = await consume();
    await publish('before the loss');
    const channel = await operator.createChannel();
    await channel.deleteQueue('queue.file.save');
    await waitUntil('publishing works again', async () => (await publish('after the loss'))?.ok);
    await waitUntil('it came', async () => received.some(({ messageId }) => messageId === 'after the loss'));
  });

  test('what is no event of ours goes to the failed queue with the reason, and the rest flows on', async () => {
    const received = await consume();
    const channel = await operator.createConfirmChannel();
    for (const body of ['not json', '{"type":"entry.saved"}', '']) {
      channel.publish('file.exchange', 'key.file.save', Buffer.from(body), { persistent: true });
    }
    await channel.waitForConfirms();
    await publish('healthy');
    await waitUntil('the healthy one came', async () =>
      received.some(({ messageId }) => messageId === 'healthy'),
    );
    const failed = await waitUntil('three are listed', async () => {
      const listed = await queue.listFailed(10);
      return listed.length === 3 && listed;
    });
    expect(failed.map(({ reason }) => reason.split(':')[0]).sort()).toEqual([
      'Not JSON',
      'Not JSON',
      'Not an event',
    ]);
    // Nothing knows where they belong: re-driving leaves them for a person to look at.
    expect(await queue.redriveFailed(10)).toBe(0);
    expect(await queue.listFailed(10)).toHaveLength(3);
    await channel.purgeQueue('queue.file.failed');
  });

  test('a message that takes its consumer down each time ends in the failed queue', async () => {
    await publish('poison');
    const channel = await operator.createChannel();
    // A consumer that dies is one whose channel closes without an acknowledgement.
    for (let death = 1; death <= 6; death += 1) {
      const dying = await operator.createChannel();
      await waitUntil('it is delivered', async () => dying.get('queue.file.save'));
      await dying.close();
    }
    const failed = await waitUntil('it is listed', async () => (await queue.listFailed(10))[0]);
    expect(failed).toMatchObject({
      messageId: 'poison',
      reason: expect.stringContaining('crash the worker'),
    });
    expect(await queue.redriveFailed(10)).toBe(1);
    const received = await consume();
    await waitUntil('it came again', async () => received.some(({ messageId }) => messageId === 'poison'));
    expect((await channel.checkQueue('queue.file.failed')).messageCount).toBe(0);
  });

  test('messages out of the delay levels that nothing waits for end in the lost queue and block nobody', async () => {
    await queue.checkHealth();
    const channel = await operator.createConfirmChannel();
    const bits = `${'0.'.repeat(27)}1`;
    for (let count = 0; count < 40; count += 1) {
      channel.publish('file.delay.v1.exchange.00', `${bits}.key.nobody`, Buffer.from('{}'), {
        persistent: true,
      });
    }
    await channel.waitForConfirms();
    const deliverAt = new Date(Date.now() + 1_100);
    const received: number[] = [];
    await queue.consume('deadLetter.queue', { batchSize: 10, concurrency: 1 }, async (messages) => {
      received.push(Date.now());
      return messages.map(() => ({ kind: 'done' }));
    });
    await queue.publish([{ messageId: 'share', event: buildShareEvent('share', deliverAt), deliverAt }]);
    await waitUntil('the share is due', async () => received.length > 0);
    expect((received[0] ?? 0) - deliverAt.getTime()).toBeLessThan(500);
    await waitUntil('all are in the lost queue', async () => {
      return (await channel.checkQueue('queue.file.lost')).messageCount === 40;
    });
  });

  test('a queue with other settings is an error at start that names it and what to do', async () => {
    await queue.checkHealth();
    const channel = await operator.createChannel();
    await channel.deleteQueue('queue.file.save');
    await channel.assertQueue('queue.file.save', { durable: true });
    const starting = openQueue();
    try {
      const consuming = starting.consume('queue.file.save', { batchSize: 1, concurrency: 1 }, async () => []);
      await expect(consuming).rejects.toThrow(
        /already has "queue\.file\.save" with other settings.*delete_queue/,
      );
    } finally {
      await starting.close();
      await channel.deleteQueue('queue.file.save');
    }
  });
});

describe('a broker that is away', () => {
  let door: TcpProxy;
  let queue: MessageQueue;

  beforeEach(async () => {
    const { hostname, port } = new URL(vhost.url);
    door = await openTcpProxy({ host: hostname, port: Number(port) });
    const url = new URL(vhost.url);
    url.port = String(door.port);
    queue = openQueue(url.href);
  });
  afterEach(async () => {
    await queue.close();
    await door.close();
  });

  test('publishing and health fail with the address and the remedy, without the password', async () => {
    await door.shut();
    for (const failing of [
      queue.checkHealth(),
      queue.publish([{ messageId: '1', event: buildEntryEvent('1') }]),
    ]) {
      const error = await failing.then(
        () => new Error('It did not fail.'),
        (cause: Error) => cause,
      );
      expect(error.message).toContain(`127.0.0.1:${door.port}`);
      expect(error.message).toContain('Start it, or correct AMQP_URL.');
      expect(error.message).not.toContain('guest:guest');
    }
  });

  test('a consumer started while it is away consumes once it is there, and after the next outage', async () => {
    await door.shut();
    const received: string[] = [];
    await queue.consume('queue.file.save', { batchSize: 10, concurrency: 1 }, async (messages) => {
      for (const { messageId } of messages) received.push(messageId);
      return messages.map(() => ({ kind: 'done' }));
    });
    for (const outage of [1, 2]) {
      await door.reopen();
      const messageId = `after outage ${outage}`;
      await waitUntil('publishing works', async () => {
        return (await queue.publish([{ messageId, event: buildEntryEvent(messageId) }]))[0]?.ok;
      });
      await waitUntil('it came', async () => received.includes(messageId));
      await door.shut();
    }
  });

  test('a consumer can be stopped while it is away', async () => {
    await door.shut();
    const consumer = await queue.consume('queue.file.save', { batchSize: 1, concurrency: 1 }, async () => []);
    await expect(consumer.stop()).resolves.toBeUndefined();
  });
});
