import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CreateShareInput, createShareInput, listSharesQuery } from '@/contracts/shares';
import type { Actor } from '@/server/accounts/actor';
import { encodeCursor } from '@/server/database/page-cursor';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { createShare } from './create-share';
import { listShares } from './list-shares';

const publicUrl = 'https://drive.example.org';
let database: TestDatabase;
let ada: Actor;
let fileId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  ada = await buildAccount(database.db);
  fileId = (await buildEntry(database.db, ada, { name: 'report.pdf' })).id;
});
afterAll(() => database.drop());

function create(input: Partial<CreateShareInput>) {
  const full = { entryIds: [fileId], allowDownload: true, ...input };
  return createShare(database.db, ada, full, { publicUrl });
}

async function eventsOf(shareBatchNum: string) {
  const rows = await database.db.outboxEvent.findMany({
    where: { payload: { path: ['shareBatchNum'], equals: shareBatchNum } },
  });
  return rows.map((row) => row.payload);
}

test('a share of some seconds ends so many milliseconds after it began, to the millisecond', async () => {
  const share = await create({ ttlSeconds: 5 });
  expect(share.shareBatchNum).toMatch(/^[\w-]{22}$/);
  expect(share).toMatchObject({
    url: `https://drive.example.org/s/${share.shareBatchNum}`,
    shareStatus: 0,
    extractionCode: null,
    entries: [{ id: fileId, name: 'report.pdf', kind: 'file' }],
    entryCount: 1,
  });
  expect(Date.parse(share.endTime ?? '') - Date.parse(share.shareTime)).toBe(5_000);
  const row = await database.db.share.findUniqueOrThrow({ where: { shareBatchNum: share.shareBatchNum } });
  expect(row.endTime?.toISOString()).toBe(share.endTime);
  expect(await eventsOf(share.shareBatchNum)).toEqual([
    {
      type: 'share.expiry-scheduled',
      shareBatchNum: share.shareBatchNum,
      generation: 1,
      endTime: share.endTime,
    },
  ]);
});

test('a share without an end schedules nothing', async () => {
  const share = await create({ endTime: null });
  expect(share.endTime).toBeNull();
  expect(await eventsOf(share.shareBatchNum)).toEqual([]);
});

test('an end in another time zone, across a change to summer time, is the same moment', async () => {
  // 02:30 does not exist in Berlin that night; the offset names the moment all the same.
  const year = new Date().getUTCFullYear() + 1;
  const share = await create({ endTime: `${year}-03-29T02:30:00.123+02:00` });
  expect(share.endTime).toBe(`${year}-03-29T00:30:00.123Z`);
});

test('an end in the past, or beyond ten years, is refused by its name', async () => {
  const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();
  for (const endTime of [days(-0.0001), days(-400), days(3_660), '9999-12-31T23:59:59Z']) {
    await expect(create({ endTime })).rejects.toMatchObject({
      code: 'invalid_input',
      errors: [{ path: 'endTime' }],
    });
  }
  await expect(create({ endTime: days(3_649) })).resolves.toMatchObject({ shareStatus: 0 });
});

test('what is no valid wish is refused by the contract, naming the field', () => {
  const entryIds = [randomUUID()];
  const cases: [unknown, string][] = [
    [{ entryIds: [] }, 'entryIds'],
    [{ entryIds: Array.from({ length: 10_001 }, () => 'x') }, 'entryIds'],
    [{ entryIds, ttlSeconds: 0 }, 'ttlSeconds'],
    [{ entryIds, ttlSeconds: 1.5 }, 'ttlSeconds'],
    [{ entryIds, ttlSeconds: 315_360_001 }, 'ttlSeconds'],
    [{ entryIds, ttlSeconds: 5, endTime: '2090-01-01T00:00:00Z' }, 'ttlSeconds'],
    [{ entryIds, endTime: '2030-01-01T00:00:00' }, 'endTime'],
    [{ entryIds, endTime: 'tomorrow' }, 'endTime'],
    [{ entryIds, extractionCode: 'abc' }, 'extractionCode'],
    [{ entryIds, extractionCode: 'ab\u0000cd' }, 'extractionCode'],
    [{ entryIds, extractionCode: false }, 'extractionCode'],
  ];
  for (const [input, path] of cases) {
    const parsed = createShareInput.safeParse(input);
    expect([path, parsed.error?.issues.map((issue) => issue.path[0])]).toEqual([path, [path]]);
  }
});

test("another's entry, an unknown one, no id, the root and what is in the bin are refused by their index", async () => {
  const bob = await buildAccount(database.db, 'Bob');
  const bobs = await buildEntry(database.db, bob, { name: 'secret.txt' });
  const trashed = await buildEntry(database.db, ada, { name: 'old.txt', trashedAt: new Date() });
  for (const wrong of [bobs.id, randomUUID(), fileId.toUpperCase(), 'root', ada.rootId, "'; --"]) {
    await expect(create({ entryIds: [fileId, wrong] })).rejects.toMatchObject({
      code: 'not_found',
      errors: [{ path: 'entryIds.1' }],
    });
  }
  await expect(create({ entryIds: [trashed.id, fileId] })).rejects.toMatchObject({
    code: 'invalid_input',
    errors: [{ path: 'entryIds.0' }],
  });
});

test('an entry named twice is shared once, and a made code is of four unambiguous characters', async () => {
  const share = await create({ entryIds: [fileId, fileId], extractionCode: true });
  expect(share.entryCount).toBe(1);
  expect(share.extractionCode).toMatch(/^[2-9a-hjkmnp-z]{4}$/);
});

test('ten thousand entries go under one link', async () => {
  const folder = await buildEntry(database.db, ada, { name: 'many', kind: 'folder' });
  await database.db.$executeRaw`
    INSERT INTO entries (id, owner_id, parent_id, kind, name, name_key)
    SELECT gen_random_uuid(), ${ada.accountId}::uuid, ${folder.id}::uuid, 'file', 'f' || n, 'f' || n
    FROM generate_series(1, 10000) n`;
  const rows = await database.db.entry.findMany({ where: { parentId: folder.id }, select: { id: true } });
  const share = await create({ entryIds: rows.map((row) => row.id) });
  expect(share.entryCount).toBe(10_000);
  expect(share.entries.map((entry) => entry.id)).toEqual(rows.slice(0, 100).map((row) => row.id));
});

test('my shares come newest first, page by page, without those of others', async () => {
  const carol = await buildAccount(database.db, 'Carol');
  const entry = await buildEntry(database.db, carol, { name: 'mine.txt' });
  const made: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    const share = await createShare(
      database.db,
      carol,
      { entryIds: [entry.id], allowDownload: true },
      { publicUrl },
    );
    made.unshift(share.shareBatchNum);
  }
  const first = await listShares(database.db, carol, listSharesQuery.parse({ limit: 3 }), { publicUrl });
  expect(first.total).toBe(5);
  const second = await listShares(
    database.db,
    carol,
    listSharesQuery.parse({ limit: 3, cursor: first.nextCursor ?? '' }),
    { publicUrl },
  );
  expect(second.nextCursor).toBeNull();
  const listed = [...first.items, ...second.items].map((share) => share.shareBatchNum);
  expect(listed.toSorted()).toEqual(made.toSorted());
  expect(new Set(listed).size).toBe(5);
  const forged = [
    'bm9uc2Vuc2U',
    encodeCursor({ sort: 'newest', key: '9'.repeat(30), shareBatchNum: 'x' }),
    encodeCursor({ sort: 'newest', key: '1', shareBatchNum: 'x\u0000' }),
  ];
  for (const cursor of forged) {
    const query = listSharesQuery.parse({ limit: 3, cursor });
    await expect(listShares(database.db, carol, query, { publicUrl })).rejects.toMatchObject({
      code: 'invalid_input',
      errors: [{ path: 'cursor' }],
    });
  }
});
