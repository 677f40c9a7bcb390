import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LiveEvent } from '@/contracts/events';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { waitUntil } from '@/tests/wait-until';
import { createLog } from '../log';
import type { LiveFeed } from './live-feed';
import { createPostgresLiveFeed } from './postgres-live-feed';

let database: TestDatabase;
let feed: LiveFeed;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(() => {
  feed = createPostgresLiveFeed({ databaseUrl: database.url, log: createLog('silent', 'test') });
});
afterEach(() => feed.close());

/** A page of this owner, once the feed listens. */
async function openPage(ownerId: string) {
  const events: LiveEvent[] = [];
  const gaps: number[] = [];
  const close = feed.subscribe(ownerId, {
    onEvent: (event) => events.push(event),
    onGap: () => gaps.push(Date.now()),
  });
  return { events, gaps, close };
}

async function announce(...live: LiveEvent[]): Promise<void> {
  await commitWithEvents(database.db, async () => ({ result: undefined, events: [], live }));
}

const changed = (ownerId: string, ...parentIds: string[]): LiveEvent => ({
  type: 'entry.changed',
  ownerId,
  parentIds,
});

describe('the live feed', () => {
  test('every page of the owner hears a change once it is committed, and nobody else does', async () => {
    const ada = [await openPage('ada'), await openPage('ada')];
    const bob = await openPage('bob');
    await waitUntil('the feed listens', async () => bob.gaps.length === 1);
    await announce(changed('ada', 'f1', 'f2'), { type: 'entry.indexed', ownerId: 'bob' });
    await waitUntil('both owners heard', async () => bob.events.length === 1 && ada[1]?.events.length === 1);
    for (const page of ada) expect(page.events).toEqual([changed('ada', 'f1', 'f2')]);
    expect(bob.events).toEqual([{ type: 'entry.indexed', ownerId: 'bob' }]);
  });

  test('a change that is rolled back is not heard of', async () => {
    const page = await openPage('ada');
    await waitUntil('the feed listens', async () => page.gaps.length === 1);
    const failing = commitWithEvents(database.db, async (tx) => {
      await tx.$executeRaw`SELECT pg_notify('netdisk_live', ${JSON.stringify(changed('ada', 'never'))})`;
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await announce(changed('ada', 'after'));
    await waitUntil('the next is heard', async () => page.events.length > 0);
    expect(page.events).toEqual([changed('ada', 'after')]);
  });

  test('a page that was closed hears nothing more', async () => {
    const closed = await openPage('ada');
    const open = await openPage('ada');
    await waitUntil('the feed listens', async () => open.gaps.length === 1);
    closed.close();
    await announce(changed('ada'));
    await waitUntil('the open one hears', async () => open.events.length === 1);
    expect(closed.events).toEqual([]);
  });

  test('after the connection was cut pages are told to look anew, and hear again', async () => {
    const page = await openPage('ada');
    await waitUntil('the feed listens', async () => page.gaps.length === 1);
    await cutListeners();
    await waitUntil('the page is told', async () => page.gaps.length === 2);
    await announce(changed('ada', 'afterwards'));
    await waitUntil('it hears again', async () => page.events.length === 1);
  });

  test('what is no live event is passed over', async () => {
    const page = await openPage('ada');
    await waitUntil('the feed listens', async () => page.gaps.length === 1);
    for (const payload of ['not json', '{"type":"unheard-of","ownerId":"ada"}']) {
      await database.db.$executeRaw`SELECT pg_notify('netdisk_live', ${payload})`;
    }
    await announce(changed('ada'));
    await waitUntil('the next is heard', async () => page.events.length > 0);
    expect(page.events).toEqual([changed('ada')]);
  });
});

async function cutListeners(): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'netdisk listener'",
  );
  await client.end();
}
