import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { waitUntil } from '@/tests/wait-until';
import { changePassword } from './change-password';
import { findActorBySession } from './find-actor';
import { registerAccount } from './register-account';
import { signIn } from './sign-in';
import { createSignInLimiter, type SignInLimiter } from './sign-in-limiter';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** An account that is signed in. */
async function signedIn() {
  const limiter = createSignInLimiter();
  const email = `${randomUUID()}@example.org`;
  await registerAccount(
    database.db,
    { email, name: 'Ada', password: 'the old password' },
    { defaultQuotaBytes: 1_000 },
  );
  const open = (password: string) =>
    signIn(database.db, limiter, { email, password, address: '192.0.2.1', userAgent: '' });
  const here = await open('the old password');
  const actor = await findActorBySession(database.db, here.sessionId);
  if (!actor) throw new Error('the session does not hold');
  const change = (currentPassword: string, newPassword: string) =>
    changePassword(database.db, limiter, actor, { currentPassword, newPassword });
  return { actor, here, open, change };
}

/** Locks rows from another connection while `work` runs, which lets go of them itself. */
async function whileLocked(
  rows: { query: string; id: string },
  work: (letGo: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const holder = new Client({ connectionString: database.url });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query(rows.query, [rows.id]);
    await work(() => holder.query('COMMIT'));
  } finally {
    await holder.end();
  }
}

/** Not asked by who holds the lock: inside a transaction PostgreSQL goes on showing what it showed first. */
function untilWaiting(count: number): Promise<unknown> {
  return waitUntil(`${count} wait for a lock`, async () => {
    const waiting = await database.db.$queryRaw<unknown[]>`
      SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return waiting.length === count;
  });
}

test('a new password replaces the old one and ends the other sessions; a wrong one changes nothing', async () => {
  const { actor, here, open, change } = await signedIn();
  const there = await open('the old password');

  await expect(change('a guess', 'the new password')).rejects.toMatchObject({
    code: 'invalid_input',
    errors: [{ path: 'currentPassword' }],
  });
  expect(await findActorBySession(database.db, there.sessionId)).not.toBeNull();

  await change('the old password', 'the new password');
  expect(await findActorBySession(database.db, there.sessionId)).toBeNull();
  expect(await findActorBySession(database.db, here.sessionId)).not.toBeNull();
  await expect(open('the old password')).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(open('the new password')).resolves.toMatchObject({ accountId: actor.accountId });
});

test('a sign-in with the old password that is under way while it is changed opens no session', async () => {
  const { actor, here, open, change } = await signedIn();
  const there = await open('the old password');
  const revoking = { query: 'SELECT FROM sessions WHERE id = $1 FOR UPDATE', id: there.sessionId };
  await whileLocked(revoking, async (letGo) => {
    const changing = change('the old password', 'the new password');
    // The other sessions are found by now, and nothing is committed.
    await untilWaiting(1);
    const opening = open('the old password').catch((error: unknown) => error);
    await untilWaiting(2);
    await letGo();
    await changing;
    expect(await opening).toMatchObject({
      code: 'unauthenticated',
      message: 'The address or the password is wrong.',
    });
  });
  const live = await database.db.session.findMany({
    where: { accountId: actor.accountId, revokedAt: null },
    select: { id: true },
  });
  expect(live).toEqual([{ id: here.sessionId }]);
});

test('of two changes at once that know the same password the second one is told that it is wrong', async () => {
  const { actor, open, change } = await signedIn();
  const changing = { query: 'SELECT FROM accounts WHERE id = $1 FOR UPDATE', id: actor.accountId };
  await whileLocked(changing, async (letGo) => {
    const passwords = ['the first new one', 'the second new one'];
    const changes = Promise.allSettled(passwords.map((password) => change('the old password', password)));
    await untilWaiting(2);
    await letGo();
    const outcomes = await changes;
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({
      code: 'invalid_input',
      errors: [{ path: 'currentPassword' }],
    });
    const winner = passwords[outcomes.findIndex((outcome) => outcome.status === 'fulfilled')] ?? '';
    await expect(open(winner)).resolves.toMatchObject({ accountId: actor.accountId });
  });
});

test('people who are signed in and guess at their passwords keep nobody else from changing theirs', async () => {
  const limiter = createSignInLimiter();
  const twentyfold: SignInLimiter = {
    ...limiter,
    async take(...of) {
      for (let count = 0; count < 20; count += 1) await limiter.take(...of);
    },
  };
  const { actor } = await signedIn();
  const guess = (counted: SignInLimiter, accountId: string) => {
    const input = { currentPassword: 'a guess', newPassword: 'the new password' };
    return changePassword(database.db, counted, { ...actor, accountId }, input);
  };
  for (let person = 0; person < 6; person += 1) {
    await expect(guess(twentyfold, randomUUID())).rejects.toMatchObject({ code: 'invalid_input' });
  }
  await expect(guess(limiter, actor.accountId)).rejects.toMatchObject({ code: 'invalid_input' });
});
