import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Share } from '@/contracts/shares';
import type { Actor } from '@/server/accounts/actor';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { cancelShare } from './cancel-share';
import { changeShare } from './change-share';
import { createShare } from './create-share';
import { expireShares } from './expire-shares';
import { enterShare } from './share-access';
import { sweepExpiredShares } from './sweep-expired-shares';

const publicUrl = 'https://drive.example.org';
let database: TestDatabase;
let ada: Actor;
let fileId: string;
let share: Share;

beforeAll(async () => {
  database = await createTestDatabase();
  ada = await buildAccount(database.db);
  fileId = (await buildEntry(database.db, ada, { name: 'report.pdf' })).id;
});
afterAll(() => database.drop());

beforeEach(async () => {
  share = await createShare(
    database.db,
    ada,
    { entryIds: [fileId], allowDownload: true, ttlSeconds: 3_600 },
    { publicUrl },
  );
});

/** Moves the end of the share to so many milliseconds from the database's now. */
async function moveEnd(milliseconds: number): Promise<void> {
  await database.db.$executeRaw`
    UPDATE shares SET end_time = clock_timestamp() + ${`${milliseconds} milliseconds`}::interval
    WHERE share_batch_num = ${share.shareBatchNum}`;
}

function row() {
  return database.db.share.findUniqueOrThrow({ where: { shareBatchNum: share.shareBatchNum } });
}

async function expire(generation = 1) {
  const [outcome] = await expireShares(database.db, [{ shareBatchNum: share.shareBatchNum, generation }]);
  return outcome;
}

function enter() {
  const { shareBatchNum } = share;
  return enterShare(database.db, {
    shareBatchNum,
    unlockProof: undefined,
    sessionSecret: 'x'.repeat(32),
    visitor: 'v',
  });
}

test('a share is refused from the millisecond of its end on, whatever its status says', async () => {
  await moveEnd(1_000);
  await expect(enter()).resolves.toMatchObject({ shareBatchNum: share.shareBatchNum });
  await moveEnd(0);
  await expect(enter()).rejects.toMatchObject({ code: 'share_expired' });
  expect((await row()).shareStatus).toBe(0);
});

test('a due share is marked once, at the time of the database', async () => {
  await moveEnd(-5);
  expect(await expire()).toBe('expired');
  const marked = await row();
  expect(marked.shareStatus).toBe(1);
  expect(marked.expiredAt?.getTime()).toBeGreaterThanOrEqual(marked.endTime?.getTime() ?? Infinity);
  expect(await expire()).toBe('nothing-to-do');
  expect((await row()).expiredAt).toEqual(marked.expiredAt);
});

test('of ten duplicates at once one marks the share', async () => {
  await moveEnd(-5);
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => expire()));
  expect(outcomes.filter((outcome) => outcome === 'expired')).toHaveLength(1);
  // Those that came while it was being marked come again.
  const { endTime } = await row();
  const others = outcomes.filter((outcome) => outcome !== 'expired');
  for (const outcome of others) expect(['nothing-to-do', { notDueUntil: endTime }]).toContainEqual(outcome);
  expect(await expire()).toBe('nothing-to-do');
});

test('a message that comes early marks nothing and is told when to come back', async () => {
  await moveEnd(5_000);
  expect(await expire()).toEqual({ notDueUntil: (await row()).endTime });
  expect((await row()).shareStatus).toBe(0);
});

test('the message of an older end does nothing after a change, even where that end is due', async () => {
  const { shareBatchNum } = share;
  const changed = await changeShare(database.db, ada, { shareBatchNum, ttlSeconds: 7_200 }, { publicUrl });
  expect(Date.parse(changed.endTime ?? '')).toBeGreaterThan(Date.parse(share.endTime ?? ''));
  await moveEnd(-5);
  expect(await expire(1)).toBe('nothing-to-do');
  expect((await row()).shareStatus).toBe(0);
  expect(await expire(2)).toBe('expired');
  const events = await database.db.outboxEvent.findMany({
    where: { payload: { path: ['shareBatchNum'], equals: shareBatchNum } },
    orderBy: { id: 'asc' },
  });
  expect(events.map((event) => event.payload)).toMatchObject([
    { generation: 1, endTime: share.endTime },
    { generation: 2, endTime: changed.endTime },
  ]);
});

test('an end taken away leaves nothing to do for any message', async () => {
  const { shareBatchNum } = share;
  await changeShare(database.db, ada, { shareBatchNum, endTime: null }, { publicUrl });
  expect(await expire(1)).toBe('nothing-to-do');
  expect(await expire(2)).toBe('nothing-to-do');
});

test('a cancelled share is not marked, by neither the message nor the sweep', async () => {
  await moveEnd(-5);
  await cancelShare(database.db, ada, share.shareBatchNum);
  expect(await expire()).toBe('nothing-to-do');
  await sweepExpiredShares(database.db);
  expect((await row()).shareStatus).toBe(0);
  await expect(enter()).rejects.toMatchObject({ code: 'share_cancelled' });
});

test('an unknown share leaves nothing to do', async () => {
  const message = { shareBatchNum: 'unknown', generation: 1 };
  expect(await expireShares(database.db, [message])).toEqual(['nothing-to-do']);
});

test('an ended share is renewed by a new end, and a cancelled one by nothing', async () => {
  const { shareBatchNum } = share;
  await moveEnd(-5);
  await expire();
  await expect(enter()).rejects.toMatchObject({ code: 'share_expired' });
  const renewed = await changeShare(database.db, ada, { shareBatchNum, ttlSeconds: 60 }, { publicUrl });
  expect(renewed).toMatchObject({ shareStatus: 0, expiredAt: null });
  await expect(enter()).resolves.toMatchObject({ shareBatchNum });
  await cancelShare(database.db, ada, shareBatchNum);
  await cancelShare(database.db, ada, shareBatchNum);
  await expect(
    changeShare(database.db, ada, { shareBatchNum, ttlSeconds: 60 }, { publicUrl }),
  ).rejects.toMatchObject({ code: 'share_cancelled' });
});

test('a stranger can neither change nor cancel a share', async () => {
  const bob = await buildAccount(database.db, 'Bob');
  for (const shareBatchNum of [share.shareBatchNum, 'unknown', 'no such\u0000']) {
    await expect(
      changeShare(database.db, bob, { shareBatchNum, endTime: null }, { publicUrl }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(cancelShare(database.db, bob, shareBatchNum)).rejects.toMatchObject({ code: 'not_found' });
  }
  await expect(enter()).resolves.toMatchObject({ shareBatchNum: share.shareBatchNum });
});

test('a batch marks what is due in it, each message answered by itself', async () => {
  await database.db.$executeRaw`
    INSERT INTO shares (share_batch_num, owner_id, end_time, cancelled_at)
    SELECT 'batch-' || n, ${ada.accountId}::uuid, now() + (n - 10) * interval '1 second' - interval '1 ms',
      CASE WHEN n = 3 THEN now() END
    FROM generate_series(1, 20) n`;
  const messages = Array.from({ length: 20 }, (_, n) => ({ shareBatchNum: `batch-${n + 1}`, generation: 1 }));
  // The same messages at once, the other way round: neither waits for the other for ever.
  const [first, second] = await Promise.all([
    expireShares(database.db, messages),
    expireShares(database.db, messages.toReversed()),
  ]);
  const expired = [...first, ...second].filter((outcome) => outcome === 'expired');
  expect(expired).toHaveLength(9);
  expect(first.slice(10).every((outcome) => typeof outcome === 'object')).toBe(true);
  expect(first[2]).toBe('nothing-to-do');
});

test('the sweep leaves to their message shares that ended just now, when it is told so', async () => {
  await moveEnd(-100);
  await sweepExpiredShares(database.db, { lateMs: 60_000 });
  expect((await row()).shareStatus).toBe(0);
  await moveEnd(-61_000);
  await sweepExpiredShares(database.db, { lateMs: 60_000 });
  expect((await row()).shareStatus).toBe(1);
});

test('the sweep marks all that is due, in batches, and nothing else', async () => {
  await database.db.$executeRaw`
    INSERT INTO shares (share_batch_num, owner_id, end_time)
    SELECT 'due-' || n, ${ada.accountId}::uuid, now() - n * interval '1 second' FROM generate_series(1, 1200) n`;
  const before = await database.db.share.count({ where: { shareStatus: 1 } });
  const marked = await Promise.all([sweepExpiredShares(database.db), sweepExpiredShares(database.db)]);
  expect(marked[0] + marked[1]).toBeGreaterThanOrEqual(1_200);
  const after = await database.db.share.count({ where: { shareStatus: 1 } });
  expect(after - before).toBe(marked[0] + marked[1]);
  expect(await sweepExpiredShares(database.db)).toBe(0);
  expect((await row()).shareStatus).toBe(0);
});

test('a share that is being changed is asked for again, and holds up none that end with it', async () => {
  const other = await createShare(
    database.db,
    ada,
    { entryIds: [fileId], allowDownload: true, ttlSeconds: 3_600 },
    { publicUrl },
  );
  await database.db
    .$executeRaw`UPDATE shares SET end_time = clock_timestamp() - interval '1 second' WHERE share_status = 0`;
  const busy = new Client({ connectionString: database.url });
  await busy.connect();
  await busy.query('BEGIN');
  await busy.query('SELECT FROM shares WHERE share_batch_num = $1 FOR UPDATE', [share.shareBatchNum]);
  const messages = [share, other].map(({ shareBatchNum }) => ({ shareBatchNum, generation: 1 }));
  expect(await expireShares(database.db, messages)).toEqual([{ notDueUntil: expect.any(Date) }, 'expired']);
  await busy.end();
  expect(await expireShares(database.db, messages)).toEqual(['expired', 'nothing-to-do']);
});
