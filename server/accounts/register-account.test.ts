import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { hashPassword } from './password-hash';
import { registerAccount } from './register-account';

const limits = { defaultQuotaBytes: 1_000 };
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('of ten people who register first at the same moment exactly one is the administrator', async () => {
  const registered = await Promise.all(
    Array.from({ length: 10 }, (_, number) =>
      registerAccount(
        database.db,
        { email: `first-${number}@example.org`, name: 'First', password: 'correct horse' },
        limits,
      ),
    ),
  );
  expect(registered.filter((account) => account.role === 'administrator')).toHaveLength(1);
  expect(await database.db.account.count({ where: { role: 'administrator' } })).toBe(1);
  expect(await database.db.account.count()).toBe(10);
});

test('an account comes with its quota and an empty drive that never waits for the index', async () => {
  const account = await registerAccount(
    database.db,
    { email: 'Grace@Example.org', name: 'Grace', password: 'correct horse' },
    limits,
  );
  const row = await database.db.account.findUniqueOrThrow({ where: { id: account.id } });
  expect(row).toMatchObject({
    email: 'Grace@Example.org',
    emailKey: 'grace@example.org',
    quotaBytes: 1_000n,
  });
  expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const root = await database.db.entry.findUniqueOrThrow({ where: { id: row.rootId } });
  expect(root).toMatchObject({ ownerId: account.id, parentId: null, kind: 'folder', name: '' });
  expect(root.revision).toBeLessThanOrEqual(root.indexedRevision);
});

test('an address is taken in any spelling, and the refused registration leaves nothing behind', async () => {
  const first = { email: 'taken@example.org', name: 'One', password: 'correct horse' };
  await registerAccount(database.db, first, limits);
  const before = await database.db.entry.count();
  await expect(
    registerAccount(database.db, { ...first, email: 'TAKEN@example.org' }, limits),
  ).rejects.toMatchObject({ code: 'email_taken', errors: [{ path: 'email' }] });
  expect(await database.db.entry.count()).toBe(before);
});

test('a taken address is refused at once, however many others wait to register', async () => {
  const first = { email: 'again@example.org', name: 'One', password: 'correct horse' };
  await registerAccount(database.db, first, limits);
  const rush = Promise.allSettled(Array.from({ length: 110 }, () => hashPassword('rush', 'registering')));
  await expect(registerAccount(database.db, first, limits)).rejects.toMatchObject({ code: 'email_taken' });
  await rush;
});

test('of five registrations of one address at once one succeeds and four say it is taken', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 5 }, () =>
      registerAccount(
        database.db,
        { email: 'race@example.org', name: 'Race', password: 'correct horse' },
        limits,
      ),
    ),
  );
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'email_taken' });
  }
});
