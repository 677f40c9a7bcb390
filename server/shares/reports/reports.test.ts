import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/server/accounts/actor';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { createShare } from '../create-share';
import { enterShare } from '../share-access';
import { createReportLimiter, reportShare } from '../visit/report-share';
import { listReports } from './list-reports';
import { resolveReport } from './resolve-report';

const publicUrl = 'https://drive.example.org';
let database: TestDatabase;
let ada: Actor;
let root: Actor;
let shareBatchNum: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.shareReport.deleteMany();
  ada = await buildAccount(database.db, 'Ada');
  root = { ...(await buildAccount(database.db, 'Root')), role: 'administrator' };
  const file = await buildEntry(database.db, ada, { name: 'file.txt' });
  const input = { entryIds: [file.id], allowDownload: true };
  ({ shareBatchNum } = await createShare(database.db, ada, input, { publicUrl }));
});

const limiter = createReportLimiter();

function visitOf(visitor: string) {
  return { shareBatchNum, unlockProof: undefined, sessionSecret: 'x'.repeat(32), visitor };
}

function report(visitor: string, text = '', address = visitor): Promise<void> {
  return reportShare(database.db, limiter, visitOf(visitor), { reason: 'malware', text, address });
}

const open = () => listReports(database.db, root, { publicUrl });

test('a report reaches the administrators with the link and its owner, and the last word of a visitor counts', async () => {
  await report('first', 'a virus');
  await report('first', 'two viruses');
  await report('second');
  const { items, total } = await open();
  expect(total).toBe(2);
  expect(items.map(({ text }) => text).sort()).toEqual(['', 'two viruses']);
  expect(items[0]).toMatchObject({
    reason: 'malware',
    url: `${publicUrl}/s/${shareBatchNum}`,
    ownerName: 'Ada',
  });
});

test('a share that is dismissed goes on, and one that is cancelled ends with all its reports', async () => {
  for (const visitor of ['one', 'two', 'three']) await report(visitor);
  const [first, second] = (await open()).items;
  await resolveReport(database.db, root, first?.id ?? '', { resolution: 'dismissed' });
  expect((await open()).total).toBe(2);
  await expect(enterShare(database.db, visitOf('one'))).resolves.toBeDefined();
  await resolveReport(database.db, root, second?.id ?? '', { resolution: 'share_cancelled' });
  expect(await open()).toEqual({ items: [], total: 0 });
  await expect(enterShare(database.db, visitOf('one'))).rejects.toMatchObject({ code: 'share_cancelled' });
  // Again, as when a button is pressed twice.
  await resolveReport(database.db, root, second?.id ?? '', { resolution: 'share_cancelled' });
  await expect(report('four')).rejects.toMatchObject({ code: 'share_cancelled' });
});

test('one address reports a share five times in ten minutes, whatever it calls itself', async () => {
  for (let count = 0; count < 5; count += 1) await report(`visitor ${count}`, '', 'one address');
  await expect(report('visitor 6', '', 'one address')).rejects.toMatchObject({ code: 'rate_limited' });
  await report('visitor 7', '', 'another address');
  expect((await open()).total).toBe(6);
});

test('nobody else reads or settles reports', async () => {
  await report('visitor');
  const [item] = (await open()).items;
  await expect(listReports(database.db, ada, { publicUrl })).rejects.toMatchObject({ code: 'forbidden' });
  const settling = resolveReport(database.db, ada, item?.id ?? '', { resolution: 'dismissed' });
  await expect(settling).rejects.toMatchObject({ code: 'forbidden' });
  for (const id of ['x', crypto.randomUUID()]) {
    await expect(resolveReport(database.db, root, id, { resolution: 'dismissed' })).rejects.toMatchObject({
      code: 'not_found',
    });
  }
});
