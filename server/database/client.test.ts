import { afterAll, beforeAll, expect, test } from 'vitest';
import { Prisma } from '@/prisma/generated/client';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { waitUntil } from '@/tests/wait-until';
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

test('a prepared statement is planned once for a connection, and the others each time', async () => {
  const db = openDatabase(database.url, 1);
  const answers = [];
  for (let value = 0; value < 8; value += 1) {
    answers.push(
      ...(await db.queryPrepared<{ value: number }>(Prisma.sql`SELECT ${value}::integer AS value`)),
    );
    await db.$queryRaw`SELECT ${value}::integer AS other`;
  }
  const prepared = await db.$queryRaw<{ statement: string }[]>`SELECT statement FROM pg_prepared_statements`;
  await db.$disconnect();
  expect(answers.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(prepared).toEqual([{ statement: 'SELECT $1::integer AS value' }]);
});

test('a prepared statement takes and gives values as those of Prisma do', async () => {
  const id = '7f6c1e0a-0000-4000-8000-000000000001';
  const values = Prisma.sql`
    SELECT ${new Date('2026-11-23T08:00:00.123Z')}::timestamptz AS time, ${2n ** 60n}::bigint AS bigint, 7 AS integer,
      ${['a"b', '报告', '']}::text[] AS texts, ${[id]}::uuid[] AS ids, '{true,false}'::boolean[] AS booleans,
      json_build_array(json_build_object('name', ${"x'y"}::text)) AS json, NULL::timestamptz AS nothing`;
  const db = openDatabase(database.url, 1);
  const prepared = await db.queryPrepared(values);
  const prisma = await db.$queryRaw(values);
  await db.$disconnect();
  expect(prepared).toEqual(prisma);
  expect(prepared).toEqual([
    {
      time: new Date('2026-11-23T08:00:00.123Z'),
      bigint: 2n ** 60n,
      integer: 7,
      texts: ['a"b', '报告', ''],
      ids: [id],
      booleans: [true, false],
      json: [{ name: "x'y" }],
      nothing: null,
    },
  ]);
});

test('a pool ends with its database where only prepared statements used it, and outlives a connection cut off', async () => {
  const db = openDatabase(database.url, 1);
  const whoAmI = () => db.queryPrepared<{ pid: number }>(Prisma.sql`SELECT pg_backend_pid() AS pid`);
  const [first] = await whoAmI();
  await database.db.$queryRaw`SELECT pg_terminate_backend(${first?.pid}::integer, 5000)`;
  const again = await waitUntil('another connection answers', whoAmI);
  await db.$disconnect();
  expect(again[0]?.pid).not.toBe(first?.pid);
  await expect(whoAmI()).rejects.toThrow('after calling end');
  await waitUntil('no connection is left', async () => {
    const left = await database.db.$queryRaw<unknown[]>`
      SELECT pid FROM pg_stat_activity WHERE pid = ${again[0]?.pid}::integer`;
    return left.length === 0;
  });
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
