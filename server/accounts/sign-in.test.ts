import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { findActorBySession } from './find-actor';
import { registerAccount } from './register-account';
import { signIn } from './sign-in';
import { createSignInLimiter } from './sign-in-limiter';

const password = 'correct horse battery';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function registered() {
  const email = `${randomUUID()}@example.org`;
  const { id } = await registerAccount(
    database.db,
    { email, name: 'Ada', password },
    { defaultQuotaBytes: 1_000 },
  );
  return { id, email };
}

function attempt(email: string, given = password) {
  return { email, password: given, address: '192.0.2.1', userAgent: 'test' };
}

test('the right password opens a session of 30 days, in any spelling of the address', async () => {
  const { id, email } = await registered();
  const { sessionId } = await signIn(database.db, createSignInLimiter(), attempt(` ${email.toUpperCase()}`));
  const session = await database.db.session.findUniqueOrThrow({ where: { id: sessionId } });
  expect(session.accountId).toBe(id);
  expect(session.expiresAt.getTime() - session.createdAt.getTime()).toBe(30 * 24 * 3600 * 1000);
  expect(await findActorBySession(database.db, sessionId)).toMatchObject({ accountId: id, sessionId });
});

test('a wrong password, an unknown address and a disabled account are refused alike', async () => {
  const limiter = createSignInLimiter();
  const wrong = await registered();
  const disabled = await registered();
  await database.db.account.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } });
  const refusals = await Promise.all(
    [attempt(wrong.email, 'wrong horse'), attempt('nobody@example.org'), attempt(disabled.email)].map(
      (input) => signIn(database.db, limiter, input).catch((error: Error) => error),
    ),
  );
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({
      code: 'unauthenticated',
      message: 'The address or the password is wrong.',
    });
  }
  expect(await database.db.session.count({ where: { accountId: { in: [wrong.id, disabled.id] } } })).toBe(0);
});

test('a drive whose bytes are being counted keeps nobody from signing in', async () => {
  const { id, email } = await registered();
  const busy = new Client({ connectionString: database.url });
  await busy.connect();
  await busy.query('BEGIN');
  await busy.query('UPDATE accounts SET used_bytes = used_bytes + 1 WHERE id = $1', [id]);
  const signedIn = await signIn(database.db, createSignInLimiter(), attempt(email)).finally(() => busy.end());
  expect(signedIn).toMatchObject({ accountId: id });
});

test('an unknown address takes as long as a wrong password', async () => {
  const { email } = await registered();
  const limiter = createSignInLimiter();
  const timeOf = async (address: string) => {
    const started = performance.now();
    await signIn(database.db, limiter, attempt(address, 'wrong horse')).catch(() => undefined);
    return performance.now() - started;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  // By turns, and the quickest of each: whatever else the machine does only ever adds time.
  for (let round = 0; round < 15; round += 1) {
    known.push(await timeOf(email));
    unknown.push(await timeOf('nobody@example.org'));
  }
  // Without the dummy hash an unknown address is answered some ten times faster.
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2);
});

test('after 20 wrong passwords even the right one has to wait, from that address only', async () => {
  const { email } = await registered();
  const limiter = createSignInLimiter();
  const outcomes = await Promise.all(
    Array.from({ length: 30 }, () =>
      signIn(database.db, limiter, attempt(email, 'wrong horse')).catch(
        (error: { code: string }) => error.code,
      ),
    ),
  );
  expect(outcomes.filter((code) => code === 'unauthenticated')).toHaveLength(20);
  expect(outcomes.filter((code) => code === 'rate_limited')).toHaveLength(10);
  const refusal = await signIn(database.db, limiter, attempt(email)).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'rate_limited', retryAfterSeconds: expect.any(Number) });
  await expect(
    signIn(database.db, limiter, { ...attempt(email), address: '198.51.100.7' }),
  ).resolves.toMatchObject({ sessionId: expect.any(String) });
});

test('right passwords use up no tries', async () => {
  const { email } = await registered();
  const limiter = createSignInLimiter();
  for (let round = 0; round < 25; round += 1) await signIn(database.db, limiter, attempt(email));
  expect(await database.db.session.count({ where: { account: { email } } })).toBe(25);
});

test('the right passwords of many people at one address use up none of its tries', async () => {
  const { email } = await registered();
  const limiter = createSignInLimiter();
  for (let count = 0; count < 150; count += 1) {
    const right = ['192.0.2.1', `${count}@example.org`] as const;
    await limiter.take(...right);
    await limiter.giveBack(...right);
  }
  await expect(signIn(database.db, limiter, attempt(email))).resolves.toMatchObject({
    sessionId: expect.any(String),
  });
});

test('one password tried on many accounts from one address has to wait after 100 tries, elsewhere not', async () => {
  const limiter = createSignInLimiter();
  for (let count = 0; count < 100; count += 1) await limiter.take('192.0.2.1', `${count}@example.org`);
  const { email } = await registered();
  const refusal = await signIn(database.db, limiter, attempt(email)).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'rate_limited', retryAfterSeconds: expect.any(Number) });
  await expect(
    signIn(database.db, limiter, { ...attempt(email), address: '198.51.100.7' }),
  ).resolves.toMatchObject({ sessionId: expect.any(String) });
});

test('one person who goes on guessing at one account uses up little of what others at the address may try', async () => {
  const limiter = createSignInLimiter();
  const take = (emailKey: string) => limiter.take('192.0.2.1', emailKey);
  for (let count = 0; count < 200; count += 1) await take('ada@example.org').catch(() => undefined);
  await expect(take('ada@example.org')).rejects.toMatchObject({ code: 'rate_limited' });
  await expect(take('bob@example.org')).resolves.toBeUndefined();
});
