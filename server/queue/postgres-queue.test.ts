import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildEntryEvent } from '@/tests/build-event';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { waitUntil } from '@/tests/wait-until';
import { createLog } from '../log';
import { createPostgresQueue } from './postgres-queue';
import { describeQueue } from './queue.contract';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const openQueue = () =>
  createPostgresQueue({ db: database.db, databaseUrl: database.url, log: createLog('silent', 'test') });

/** Ends every other connection to the test's database, as a restart of PostgreSQL would. */
async function cutConnections(): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
  } finally {
    await client.end();
  }
}

describe('the queue over PostgreSQL', () => {
  describeQueue({ openQueue, cutConnections });

  test('a message whose consumer died is delivered again when its lease has run out', async () => {
    const queue = openQueue();
    await queue.publish([{ messageId: 'orphan', event: buildEntryEvent('orphan') }]);
    await database.db.$executeRaw`
      UPDATE queue_messages SET locked_until = clock_timestamp() + interval '1 second', deliveries = 1
      WHERE message_id = 'orphan'`;
    const received: string[] = [];
    await queue.consume('queue.file.save', { batchSize: 10, concurrency: 1 }, async (messages) => {
      for (const { messageId } of messages) received.push(messageId);
      return messages.map(() => ({ kind: 'done' }));
    });
    await waitUntil('it came', async () => received.includes('orphan'));
    await queue.close();
    expect(await database.db.queueMessage.count({ where: { messageId: 'orphan' } })).toBe(0);
  });

  test('a message that took its consumer down six times is not delivered a seventh time', async () => {
    const queue = openQueue();
    await queue.publish([{ messageId: 'poison', event: buildEntryEvent('poison') }]);
    await database.db.$executeRaw`
      UPDATE queue_messages SET locked_until = clock_timestamp(), deliveries = 6 WHERE message_id = 'poison'`;
    const received: string[] = [];
    await queue.consume('queue.file.save', { batchSize: 10, concurrency: 1 }, async (messages) => {
      for (const { messageId } of messages) received.push(messageId);
      return messages.map(() => ({ kind: 'done' }));
    });
    const failed = await waitUntil('it is listed', async () => (await queue.listFailed(10))[0]);
    expect(failed.reason).toContain('crash the worker');
    expect(received).toEqual([]);
    await queue.close();
  });

  test('several consumers at once share the work and handle nothing twice', async () => {
    const queue = openQueue();
    const others = [openQueue(), openQueue()];
    const handled: string[] = [];
    for (const one of others) {
      await one.consume('queue.file.save', { batchSize: 7, concurrency: 3 }, async (messages) => {
        for (const { messageId } of messages) handled.push(messageId);
        return messages.map(() => ({ kind: 'done' }));
      });
    }
    const names = Array.from({ length: 300 }, (_, index) => `shared-${index}`);
    await queue.publish(names.map((name) => ({ messageId: name, event: buildEntryEvent(name) })));
    await waitUntil('all are handled', async () => handled.length >= names.length);
    await Promise.all([queue, ...others].map((one) => one.close()));
    expect(handled.sort()).toEqual(names.sort());
  });
});
