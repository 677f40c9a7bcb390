import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { changePassword } from './change-password';
import { findActorBySession } from './find-actor';
import { registerAccount } from './register-account';
import { signIn } from './sign-in';
import { createSignInLimiter } from './sign-in-limiter';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('a new password replaces the old one and ends the other sessions; a wrong one changes nothing', async () => {
  const limiter = createSignInLimiter();
  const email = 'ada@example.org';
  await registerAccount(
    database.db,
    { email, name: 'Ada', password: 'the old password' },
    { defaultQuotaBytes: 1_000 },
  );
  const open = (password: string) =>
    signIn(database.db, limiter, { email, password, address: '192.0.2.1', userAgent: '' });
  const here = await open('the old password');
  const there = await open('the old password');
  const actor = await findActorBySession(database.db, here.sessionId);
  if (!actor) throw new Error('the session does not hold');

  await expect(
    changePassword(database.db, limiter, actor, {
      currentPassword: 'a guess',
      newPassword: 'the new password',
    }),
  ).rejects.toMatchObject({ code: 'invalid_input', errors: [{ path: 'currentPassword' }] });
  expect(await findActorBySession(database.db, there.sessionId)).not.toBeNull();

  await changePassword(database.db, limiter, actor, {
    currentPassword: 'the old password',
    newPassword: 'the new password',
  });
  expect(await findActorBySession(database.db, there.sessionId)).toBeNull();
  expect(await findActorBySession(database.db, here.sessionId)).not.toBeNull();
  await expect(open('the old password')).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(open('the new password')).resolves.toMatchObject({ accountId: actor.accountId });
});
