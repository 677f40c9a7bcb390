import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { shareActivityQuery } from '@/contracts/share-activity';
import type { Actor } from '@/server/accounts/actor';
import { createLog } from '@/server/log';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { createShare } from './create-share';
import { listActivity } from './list-activity';
import { enterShare } from './share-access';
import { trimActivity } from './trim-activity';
import { createCodeLimiter } from './visit/code-limiter';
import { openShare } from './visit/open-share';
import { recordActivity } from './visit/record-activity';
import { unlockShare } from './visit/unlock-share';
import { visitorMark } from './visit/visitor-mark';

const sessionSecret = 'x'.repeat(32);
const log = createLog('silent', 'test');
let database: TestDatabase;
let ada: Actor;
let fileId: string;
let shareBatchNum: string;

beforeAll(async () => {
  database = await createTestDatabase();
  ada = await buildAccount(database.db);
});
afterAll(() => database.drop());

beforeEach(async () => {
  fileId = (await buildEntry(database.db, ada, { name: `${crypto.randomUUID()}.txt` })).id;
  const input = { entryIds: [fileId], allowDownload: true, extractionCode: 'Kw7p' };
  ({ shareBatchNum } = await createShare(database.db, ada, input, {
    publicUrl: 'https://drive.example.org',
  }));
});

function list(query: Record<string, unknown> = {}, actor = ada) {
  return listActivity(database.db, actor, { ...shareActivityQuery.parse(query), shareBatchNum });
}

function unlock(extractionCode: string, db = database.db) {
  const attempt = { shareBatchNum, extractionCode, address: '192.0.2.1', visitor: 'ada' };
  return unlockShare({ db, log }, createCodeLimiter(), sessionSecret, attempt);
}

async function lastVisit(): Promise<Date | null> {
  return (await database.db.share.findUniqueOrThrow({ where: { shareBatchNum } })).lastVisitAt;
}

test('what a visitor does is told, newest first, with what it was done with', async () => {
  await expect(unlock('wrong')).rejects.toMatchObject({ code: 'code_wrong' });
  expect(await lastVisit()).toBeNull();
  const unlockProof = (await unlock('Kw7p')) ?? undefined;
  const visit = { shareBatchNum, unlockProof, sessionSecret, visitor: 'ada' };
  await openShare({ db: database.db, log }, await enterShare(database.db, visit));
  await recordActivity(database.db, visit, { action: 'downloaded', entryId: fileId });
  const { items } = await list();
  expect(items.map(({ action, visitor, entryId }) => [action, visitor, entryId])).toEqual([
    ['downloaded', 'ada', fileId],
    ['opened', 'ada', null],
    ['unlocked', 'ada', null],
    ['wrong_code', 'ada', null],
  ]);
  expect(items[0]?.entryName).toMatch(/\.txt$/);
  expect((await lastVisit())?.toISOString()).toBe(items[0]?.at);
  const row = await database.db.share.findUniqueOrThrow({ where: { shareBatchNum } });
  expect([row.views, row.downloads, row.saves]).toEqual([1, 1, 0]);
});

test('what was purged since has no name any more', async () => {
  await recordActivity(
    database.db,
    { shareBatchNum, visitor: 'v' },
    { action: 'downloaded', entryId: fileId },
  );
  await database.db.entry.update({ where: { id: fileId }, data: { purgedAt: new Date(), name: '' } });
  expect((await list()).items[0]).toMatchObject({ entryId: fileId, entryName: null });
});

test('nobody else reads it, and a cursor that is none of ours is refused', async () => {
  const bob = await buildAccount(database.db, 'Bob');
  await expect(list({}, bob)).rejects.toMatchObject({ code: 'not_found' });
  await expect(list({ cursor: 'nonsense' })).rejects.toMatchObject({ errors: [{ path: 'cursor' }] });
});

test('a visit goes on where it cannot be recorded, and a wrong code stays one', async () => {
  await database.db.$executeRaw`ALTER TABLE share_activity RENAME TO share_activity_away`;
  try {
    await expect(unlock('wrong')).rejects.toMatchObject({ code: 'code_wrong' });
    const unlockProof = (await unlock('Kw7p')) ?? undefined;
    const visit = { shareBatchNum, unlockProof, sessionSecret, visitor: 'ada' };
    const share = await openShare({ db: database.db, log }, await enterShare(database.db, visit));
    expect(share.entries).toHaveLength(1);
    // But nothing is given that could not be counted.
    await expect(recordActivity(database.db, visit, { action: 'downloaded' })).rejects.toThrow();
  } finally {
    await database.db.$executeRaw`ALTER TABLE share_activity_away RENAME TO share_activity`;
  }
});

test('it is read page by page, and only the newest lines are kept', async () => {
  for (let count = 0; count < 7; count += 1) {
    await recordActivity(database.db, { shareBatchNum, visitor: `v${count}` }, { action: 'opened' });
  }
  const first = await list({ limit: 4 });
  const second = await list({ limit: 4, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map(({ visitor }) => visitor)).toEqual([
    'v6',
    'v5',
    'v4',
    'v3',
    'v2',
    'v1',
    'v0',
  ]);
  expect(second.nextCursor).toBeNull();
  await trimActivity(database.db, 3);
  expect((await list()).items.map(({ visitor }) => visitor)).toEqual(['v6', 'v5', 'v4']);
});

test('a mark tells visitors of one share apart, and is another in each share', () => {
  const traits = { shareBatchNum: 'a', address: '192.0.2.1', userAgent: 'Firefox' };
  const mark = visitorMark(sessionSecret, traits);
  expect(mark).toMatch(/^[0-9a-f]{16}$/);
  expect(visitorMark(sessionSecret, traits)).toBe(mark);
  const others = [
    visitorMark(sessionSecret, { ...traits, shareBatchNum: 'b' }),
    visitorMark(sessionSecret, { ...traits, address: '192.0.2.2' }),
    visitorMark(sessionSecret, { ...traits, userAgent: 'Chromium' }),
    visitorMark('y'.repeat(32), traits),
  ];
  expect(new Set([mark, ...others]).size).toBe(5);
});
