import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { openDatabase, PREPARED } from './client';

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

test('a statement marked as prepared is planned once for a connection, and the others each time', async () => {
  const db = openDatabase(database.url, 1);
  const answers = [];
  for (let value = 0; value < 8; value += 1) {
    answers.push(...(await db.$queryRaw<{ value: number }[]>`${PREPARED} SELECT ${value}::integer AS value`));
    await db.$queryRaw`SELECT ${value}::integer AS other`;
  }
  const prepared = await db.$queryRaw<{ statement: string }[]>`SELECT statement FROM pg_prepared_statements`;
  await db.$disconnect();
  expect(answers.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(prepared).toEqual([{ statement: '/* prepared */ SELECT $1::integer AS value' }]);
});

test('options of the address stand beside those that every session needs', async () => {
  const url = new URL(database.url);
  url.searchParams.set('options', '-c search_path=netdisk,public');
  const db = openDatabase(url.toString(), 1);
  const [settings] = await db.$queryRaw<{ path: string; zone: string }[]>`
    SELECT current_setting('search_path') AS path, current_setting('timezone') AS zone`;
  await db.$disconnect();
  expect(settings).toEqual({ path: 'netdisk,public', zone: 'UTC' });
});
