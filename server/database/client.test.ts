import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { openDatabase } from './client';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('times are read and written right where the server stands in another time zone', async () => {
  const name = new URL(database.url).pathname.slice(1);
  await database.db.$executeRawUnsafe(`ALTER DATABASE ${name} SET timezone = 'Asia/Shanghai'`);
  const db = openDatabase(database.url, 1);
  const time = new Date('2026-11-23T08:00:00.123Z');
  const rows = await db.$queryRaw<{ read: Date; same: boolean; now: Date }[]>`
    SELECT '2026-11-23T16:00:00.123+08'::timestamptz AS read, ${time}::timestamptz = '2026-11-23T08:00:00.123Z' AS same,
      now() AS now`;
  await db.$disconnect();
  expect(rows[0]).toMatchObject({ read: time, same: true });
  expect(Math.abs((rows[0]?.now.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
});
