import { afterAll, beforeAll, expect, test } from 'vitest';
import { listSharesQuery, type Share } from '@/contracts/shares';
import type { Actor } from '@/server/accounts/actor';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { cancelShares } from './cancel-shares';
import { createShare } from './create-share';
import { listShares } from './list-shares';

const publicUrl = 'https://drive.example.org';
let database: TestDatabase;
let ada: Actor;
let shares: Record<string, Share>;

beforeAll(async () => {
  database = await createTestDatabase();
  ada = await buildAccount(database.db);
  shares = {
    report: await share('Jahresbericht ÄRA.pdf', { ttlSeconds: 7_200 }),
    photos: await share('照片', { ttlSeconds: 3_600, message: 'From our Holiday' }),
    forever: await share('forever.txt', {}),
    ended: await share('ended.txt', { ttlSeconds: 60 }),
    cancelled: await share('cancelled.txt', {}),
  };
  await cancelShares(database.db, ada, [numberOf('cancelled')]);
  await change('ended', { endTime: new Date(0), views: 3 });
  await change('report', { views: 9, downloads: 2 });
  await change('forever', { lastVisitAt: new Date() });
});
afterAll(() => database.drop());

async function share(name: string, input: { ttlSeconds?: number; message?: string }): Promise<Share> {
  const { id } = await buildEntry(database.db, ada, { name });
  return createShare(database.db, ada, { entryIds: [id], allowDownload: true, ...input }, { publicUrl });
}

function numberOf(name: string): string {
  return shares[name]?.shareBatchNum ?? '';
}

function change(
  name: string,
  data: { endTime?: Date; lastVisitAt?: Date; views?: number; downloads?: number },
) {
  return database.db.share.update({ where: { shareBatchNum: numberOf(name) }, data });
}

async function listed(query: Record<string, unknown> = {}): Promise<string[]> {
  const parsed = listSharesQuery.parse(query);
  const { items, total } = await listShares(database.db, ada, parsed, { publicUrl });
  expect(total).toBe(items.length);
  const names = new Map(Object.entries(shares).map(([name, { shareBatchNum }]) => [shareBatchNum, name]));
  return items.map(({ shareBatchNum }) => names.get(shareBatchNum) ?? '?');
}

test('a status shows its shares only, and the clock decides which has expired', async () => {
  expect((await listed({ status: 'active' })).toSorted()).toEqual(['forever', 'photos', 'report']);
  expect(await listed({ status: 'expired' })).toEqual(['ended']);
  expect(await listed({ status: 'cancelled' })).toEqual(['cancelled']);
  expect(await listed()).toHaveLength(5);
});

test('names and messages are searched without regard to case, and nothing in the words is a pattern', async () => {
  expect(await listed({ q: 'ära' })).toEqual(['report']);
  expect(await listed({ q: ' hoLIday ' })).toEqual(['photos']);
  expect(await listed({ q: '照' })).toEqual(['photos']);
  expect((await listed({ q: '.TXT', status: 'active' })).toSorted()).toEqual(['forever']);
  expect(await listed({ q: '%' })).toEqual([]);
  expect(await listed({ q: "'; --" })).toEqual([]);
  await expect(listed({ q: 'a\u0000' })).rejects.toMatchObject({ errors: [{ path: 'q' }] });
});

test('each order begins with what it is asked for', async () => {
  expect(await listed({ sort: 'ending', status: 'active' })).toEqual(['photos', 'report', 'forever']);
  expect((await listed({ sort: 'views' })).slice(0, 2)).toEqual(['report', 'ended']);
  expect((await listed({ sort: 'downloads' }))[0]).toBe('report');
  expect((await listed({ sort: 'lastVisit' }))[0]).toBe('forever');
});

test.each(['newest', 'ending', 'views', 'downloads', 'lastVisit'] as const)(
  'pages in the order %s hold every share once',
  async (sort) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = listSharesQuery.parse({ sort, cursor, limit: 2 });
      const page = await listShares(database.db, ada, query, { publicUrl });
      seen.push(...page.items.map(({ shareBatchNum }) => shareBatchNum));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  },
);

test('a cursor of another order is refused', async () => {
  const first = await listShares(database.db, ada, listSharesQuery.parse({ limit: 2 }), { publicUrl });
  const query = listSharesQuery.parse({ sort: 'views', cursor: first.nextCursor });
  await expect(listShares(database.db, ada, query, { publicUrl })).rejects.toMatchObject({
    errors: [{ path: 'cursor' }],
  });
});

test('many are cancelled at once: each is answered, and those of others stay', async () => {
  const bob = await buildAccount(database.db, 'Bob');
  const mine = await share('mine.txt', {});
  const { items } = await cancelShares(database.db, ada, [
    mine.shareBatchNum,
    'unknown',
    '%00',
    mine.shareBatchNum,
  ]);
  expect(items.map(({ ok, error }) => [ok, error?.code])).toEqual([
    [true, undefined],
    [false, 'not_found'],
    [false, 'not_found'],
    [true, undefined],
  ]);
  const stranger = await cancelShares(database.db, bob, [numberOf('forever')]);
  expect(stranger.items[0]).toMatchObject({ ok: false, error: { code: 'not_found' } });
  const row = await database.db.share.findUniqueOrThrow({ where: { shareBatchNum: numberOf('forever') } });
  expect(row.cancelledAt).toBeNull();
});
