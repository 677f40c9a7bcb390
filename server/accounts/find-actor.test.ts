import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { waitUntil } from '@/tests/wait-until';
import type { Actor } from './actor';
import { createToken } from './create-token';
import { deleteAllTokens, deleteToken } from './delete-token';
import { findActorBySession, findActorByToken } from './find-actor';
import { listSessions } from './list-sessions';
import { listTokens } from './list-tokens';
import { revokeOtherSessions, revokeSession } from './revoke-session';
import { sweepEndedSessions } from './sweep-ended-sessions';

const DAY = 24 * 3600 * 1000;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** A session that began and ends so many days from now. */
async function buildSession(actor: Actor, days: { began: number; ends: number }): Promise<string> {
  const { id } = await database.db.session.create({
    data: {
      id: randomUUID(),
      accountId: actor.accountId,
      createdAt: new Date(Date.now() + days.began * DAY),
      expiresAt: new Date(Date.now() + days.ends * DAY),
    },
  });
  return id;
}

async function daysLeft(sessionId: string): Promise<number> {
  const { expiresAt } = await database.db.session.findUniqueOrThrow({ where: { id: sessionId } });
  return (expiresAt.getTime() - Date.now()) / DAY;
}

test('a session names its account until it is revoked, and then at once nobody', async () => {
  const actor = await buildAccount(database.db);
  const sessionId = await buildSession(actor, { began: 0, ends: 30 });
  const found = { ...actor, sessionId, indexedAt: expect.any(Date) };
  expect(await findActorBySession(database.db, sessionId)).toEqual(found);
  await revokeSession(database.db, sessionId);
  expect(await findActorBySession(database.db, sessionId)).toBeNull();
});

test('an expired session, one of a disabled account and an unknown one name nobody', async () => {
  const actor = await buildAccount(database.db);
  const expired = await buildSession(actor, { began: -31, ends: -0.000001 });
  const ofDisabled = await buildSession(actor, { began: 0, ends: 30 });
  expect(await findActorBySession(database.db, expired)).toBeNull();
  expect(await daysLeft(expired)).toBeLessThan(0);
  await database.db.account.update({ where: { id: actor.accountId }, data: { disabledAt: new Date() } });
  expect(await findActorBySession(database.db, ofDisabled)).toBeNull();
  expect(await findActorBySession(database.db, randomUUID())).toBeNull();
});

test('a session in use goes on for 30 days more, but never past a year from its start', async () => {
  const actor = await buildAccount(database.db);
  const used = await buildSession(actor, { began: -10, ends: 20 });
  const old = await buildSession(actor, { began: -360, ends: 3 });
  const fresh = await buildSession(actor, { began: -0.5, ends: 29.5 });
  for (const id of [used, old, fresh]) await findActorBySession(database.db, id);
  expect(await daysLeft(used)).toBeCloseTo(30, 2);
  expect(await daysLeft(old)).toBeCloseTo(5, 2);
  // Moved at most once a day: a page view is a read.
  expect(await daysLeft(fresh)).toBeCloseTo(29.5, 2);
});

test('signing out everywhere else leaves this session, and another account, alone', async () => {
  const ada = await buildAccount(database.db);
  const bob = await buildAccount(database.db);
  const here = await buildSession(ada, { began: 0, ends: 30 });
  const there = await buildSession(ada, { began: -1, ends: 30 });
  const bobs = await buildSession(bob, { began: 0, ends: 30 });
  const actor = { ...ada, sessionId: here };
  expect((await listSessions(database.db, actor)).map(({ id, current }) => ({ id, current }))).toEqual([
    { id: here, current: true },
    { id: there, current: false },
  ]);
  expect(await revokeOtherSessions(database.db, actor)).toBe(1);
  expect(await findActorBySession(database.db, there)).toBeNull();
  expect(await findActorBySession(database.db, here)).not.toBeNull();
  expect(await findActorBySession(database.db, bobs)).not.toBeNull();
});

test('a token speaks for its account until it is deleted, and is kept as a hash only', async () => {
  const actor = await buildAccount(database.db);
  const { id, token } = await createToken(database.db, actor, { name: 'backup' });
  expect(token).toMatch(/^netdisk_[\w-]{43}$/);
  const row = await database.db.apiToken.findUniqueOrThrow({ where: { id } });
  expect(JSON.stringify(row)).not.toContain(token.slice('netdisk_'.length));
  expect(await listTokens(database.db, actor)).toMatchObject([{ id, name: 'backup', lastUsedAt: null }]);
  const found = { ...actor, sessionId: null, indexedAt: expect.any(Date) };
  expect(await findActorByToken(database.db, token)).toEqual(found);
  expect((await listTokens(database.db, actor))[0]?.lastUsedAt).toEqual(expect.any(String));
  expect(await findActorByToken(database.db, `${token}x`)).toBeNull();
  await deleteToken(database.db, actor, id);
  expect(await findActorByToken(database.db, token)).toBeNull();
});

test("another account's token cannot be deleted, nor one whose id is no id", async () => {
  const ada = await buildAccount(database.db);
  const bob = await buildAccount(database.db);
  const { id, token } = await createToken(database.db, ada, { name: 'mine' });
  for (const wrong of [id, randomUUID(), 'x', '../..']) {
    await expect(deleteToken(database.db, bob, wrong)).rejects.toMatchObject({ code: 'not_found' });
  }
  expect(await deleteAllTokens(database.db, bob)).toBe(0);
  expect(await findActorByToken(database.db, token)).not.toBeNull();
  expect(await deleteAllTokens(database.db, ada)).toBe(1);
  expect(await findActorByToken(database.db, token)).toBeNull();
});

test('the sweep forgets only what ended more than a week ago', async () => {
  const actor = await buildAccount(database.db);
  const gone = await buildSession(actor, { began: -50, ends: -8 });
  const ended = await buildSession(actor, { began: -40, ends: -6 });
  const live = await buildSession(actor, { began: -1, ends: 29 });
  await sweepEndedSessions(database.db);
  const rows = await database.db.session.findMany({ where: { id: { in: [gone, ended, live] } } });
  expect(rows.map((row) => row.id).sort()).toEqual([ended, live].sort());
});

test('an account is told apart while the index lacks a change of its own', async () => {
  const [ada, bob] = [await buildAccount(database.db), await buildAccount(database.db)];
  const sessionId = await buildSession(ada, { began: 0, ends: 30 });
  const indexedAt = async () => (await findActorBySession(database.db, sessionId))?.indexedAt;
  await buildEntry(database.db, bob, { name: 'of somebody else' });
  const [clock] = await database.db.$queryRaw<{ now: Date }[]>`SELECT now()`;
  expect(await indexedAt()).toSatisfy((time) => time >= (clock?.now ?? 0));
  const { id } = await buildEntry(database.db, ada, { name: 'new' });
  expect(await indexedAt()).toBeNull();
  await database.db.$executeRaw`UPDATE entries SET indexed_revision = revision WHERE id = ${id}::uuid`;
  expect(await indexedAt()).toEqual(expect.any(Date));
});

test('a large drive of which all is indexed is not looked through for what is not', async () => {
  const ada = await buildAccount(database.db);
  const { token } = await createToken(database.db, ada, { name: 'script' });
  await database.db.$executeRaw`
    INSERT INTO entries (id, owner_id, parent_id, kind, name, name_key, mime_type)
    SELECT gen_random_uuid(), ${ada.accountId}::uuid, ${ada.rootId}::uuid, 'file', 'file ' || n, 'file ' || n, 'text/plain'
    FROM generate_series(1, 20000) AS n`;
  await database.db.$executeRaw`UPDATE entries SET indexed_revision = revision WHERE parent_id IS NOT NULL`;
  // As where nobody else has anything.
  await database.db.$executeRaw`ALTER TABLE entries ALTER COLUMN owner_id SET (n_distinct = 1)`;
  await database.db.$executeRaw`VACUUM ANALYZE entries`;
  const looksIntoIndex = async () => {
    const [index] = await database.db.$queryRaw<{ scans: bigint }[]>`
      SELECT idx_scan AS scans FROM pg_stat_user_indexes WHERE indexrelname = 'entries_delta'`;
    return index?.scans ?? 0n;
  };
  const before = await looksIntoIndex();
  // PostgreSQL counts once a second, when a connection is used again.
  await waitUntil('the index of pending entries was used', async () => {
    expect((await findActorByToken(database.db, token))?.indexedAt).toEqual(expect.any(Date));
    return (await looksIntoIndex()) > before;
  });
});
