import { expect, test } from 'vitest';
import { checkPassword, hashPassword } from './password-hash';

test('a hash is argon2id, differs each time and fits its password only', async () => {
  const [first, second] = await Promise.all([
    hashPassword('pässword 密码', 'signing in'),
    hashPassword('pässword 密码', 'registering'),
  ]);
  expect(first).toMatch(/^\$argon2id\$/);
  expect(first).not.toBe(second);
  expect(await checkPassword(first, 'pässword 密码')).toBe(true);
  expect(await checkPassword(first, 'password 密码')).toBe(false);
  expect(await checkPassword(undefined, 'pässword 密码')).toBe(false);
});

test('a rush of sign-ins waits in a bounded line, the rest is told to come back, and the line moves on', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 110 }, () => hashPassword('rush', 'signing in')),
  );
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused).toHaveLength(8);
  for (const { reason } of refused) {
    expect(reason).toMatchObject({ code: 'unavailable', retryAfterSeconds: 3 });
  }
  await expect(hashPassword('after the rush', 'signing in')).resolves.toMatch(/^\$argon2id\$/);
});

test('a rush of registrations waits in a line of its own, which keeps nobody from signing in', async () => {
  const rush = Promise.allSettled(Array.from({ length: 110 }, () => hashPassword('rush', 'registering')));
  await expect(checkPassword(undefined, 'a guess')).resolves.toBe(false);
  const refused = (await rush).filter((outcome) => outcome.status === 'rejected');
  expect(refused).toHaveLength(9);
  for (const { reason } of refused) {
    expect(reason).toMatchObject({ code: 'unavailable', retryAfterSeconds: 3 });
  }
});
