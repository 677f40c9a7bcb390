import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/server/accounts/actor';
import { changeMe } from '@/server/accounts/change-me';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { cancelShare } from '../cancel-share';
import { changeShare } from '../change-share';
import { createShare } from '../create-share';
import { dismissEndNotice } from './dismiss-end-notice';
import { giveEndNotices } from './give-end-notices';
import { listEndNotices } from './list-end-notices';

const DAY_SECONDS = 86_400;
const publicUrl = 'https://drive.example.org';
let database: TestDatabase;
let ada: Actor;
let shareBatchNum: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  ada = await buildAccount(database.db);
  shareBatchNum = await share(3 * DAY_SECONDS);
});

async function share(ttlSeconds: number): Promise<string> {
  const { id } = await buildEntry(database.db, ada, { name: `${crypto.randomUUID()}.txt` });
  const input = { entryIds: [id], allowDownload: true, ttlSeconds };
  return (await createShare(database.db, ada, input, { publicUrl })).shareBatchNum;
}

/** As if so many days had passed since all was agreed on. */
async function passDays(days: number): Promise<void> {
  await database.db.$executeRaw`
    UPDATE shares SET end_time = end_time - ${days} * interval '1 day',
      end_set_at = end_set_at - ${days} * interval '1 day', share_time = share_time - ${days} * interval '1 day'
    WHERE owner_id = ${ada.accountId}::uuid`;
}

async function told(actor = ada): Promise<string[]> {
  const { items } = await listEndNotices(database.db, actor, { publicUrl });
  return items.map((item) => item.shareBatchNum);
}

test('a day before its end its owner is told of a share, once, and nobody else', async () => {
  expect(await giveEndNotices(database.db)).toBe(0);
  await passDays(2.1);
  const given = await Promise.all([giveEndNotices(database.db), giveEndNotices(database.db)]);
  expect(given[0] + given[1]).toBe(1);
  expect(await giveEndNotices(database.db)).toBe(0);
  expect(await told()).toEqual([shareBatchNum]);
  const bob = await buildAccount(database.db, 'Bob');
  expect(await told(bob)).toEqual([]);
  await expect(dismissEndNotice(database.db, bob, shareBatchNum)).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('what was dismissed does not come back', async () => {
  await passDays(2.1);
  await giveEndNotices(database.db);
  await dismissEndNotice(database.db, ada, shareBatchNum);
  await dismissEndNotice(database.db, ada, shareBatchNum);
  expect(await giveEndNotices(database.db)).toBe(0);
  expect(await told()).toEqual([]);
});

test('nothing is told of a share that was cancelled, has ended or lives shorter than two days', async () => {
  await cancelShare(database.db, ada, shareBatchNum);
  await share(1.9 * DAY_SECONDS);
  const ended = await share(2.5 * DAY_SECONDS);
  await passDays(1.8);
  await database.db.share.update({ where: { shareBatchNum: ended }, data: { shareStatus: 1 } });
  expect(await giveEndNotices(database.db)).toBe(0);
});

test('a renewed share is told of by its new end, and not where that is near from the start', async () => {
  await passDays(2.1);
  await giveEndNotices(database.db);
  await changeShare(database.db, ada, { shareBatchNum, ttlSeconds: 5 * DAY_SECONDS }, { publicUrl });
  expect(await told()).toEqual([]);
  expect(await giveEndNotices(database.db)).toBe(0);
  await passDays(4.5);
  expect(await giveEndNotices(database.db)).toBe(1);
  expect(await told()).toEqual([shareBatchNum]);
  await changeShare(database.db, ada, { shareBatchNum, ttlSeconds: 3_600 }, { publicUrl });
  expect(await giveEndNotices(database.db)).toBe(0);
  expect(await told()).toEqual([]);
});

test('a notice goes with the share that is cancelled', async () => {
  await passDays(2.1);
  await giveEndNotices(database.db);
  await cancelShare(database.db, ada, shareBatchNum);
  expect(await told()).toEqual([]);
});

test('who does not want to be told is not', async () => {
  expect((await changeMe(database.db, ada, { endNotices: false })).endNotices).toBe(false);
  expect((await changeMe(database.db, ada, {})).endNotices).toBe(false);
  await passDays(2.1);
  expect(await giveEndNotices(database.db)).toBe(0);
  await changeMe(database.db, ada, { endNotices: true });
  expect(await giveEndNotices(database.db)).toBe(1);
});
