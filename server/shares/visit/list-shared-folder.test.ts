import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SharedEntryList } from '@/contracts/shares';
import type { Actor } from '@/server/accounts/actor';
import { encodeCursor } from '@/server/database/page-cursor';
import { createLog } from '@/server/log';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { createShare } from '../create-share';
import { enterShare } from '../share-access';
import { listSharedFolder } from './list-shared-folder';
import { openShare } from './open-share';

const log = createLog('silent', 'test');
let database: TestDatabase;
let ada: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
  ada = await buildAccount(database.db);
});
afterAll(() => database.drop());

async function share(entryIds: string[]) {
  const { shareBatchNum } = await createShare(
    database.db,
    ada,
    { entryIds, allowDownload: true },
    { publicUrl: 'https://drive.example.org' },
  );
  return enterShare(database.db, {
    shareBatchNum,
    unlockProof: undefined,
    sessionSecret: 'x'.repeat(32),
    visitor: 'v',
  });
}

async function allPages(readPage: (cursor?: string) => Promise<SharedEntryList>): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await readPage(cursor);
    names.push(...page.items.map((item) => item.name));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return names;
}

test('a folder is read page by page, folders first, names as people count and read them', async () => {
  const folder = await buildEntry(database.db, ada, { name: 'folder', kind: 'folder' });
  for (const name of ['file10.txt', 'file2.txt', '张三.txt', '李四.txt', 'a.txt']) {
    await buildEntry(database.db, ada, { name, parentId: folder.id });
  }
  for (const name of ['zebra', 'ant']) {
    await buildEntry(database.db, ada, { name, kind: 'folder', parentId: folder.id });
  }
  const entered = await share([folder.id]);
  const expected = ['ant', 'zebra', '李四.txt', '张三.txt', 'a.txt', 'file2.txt', 'file10.txt'];
  for (const limit of [1, 2, 3, 100]) {
    const names = await allPages((cursor) =>
      listSharedFolder(database.db, entered, { parentId: folder.id, limit, ...(cursor && { cursor }) }),
    );
    expect(names).toEqual(expected);
  }
  const page = await listSharedFolder(database.db, entered, { parentId: folder.id, limit: 2 });
  expect(page).toMatchObject({ total: 7, path: [{ id: folder.id, name: 'folder' }] });
  expect(Object.keys(page.items[0] ?? {}).sort()).toEqual(
    ['extension', 'id', 'kind', 'mimeType', 'name', 'size', 'updatedAt'].sort(),
  );
});

test('the shared entries come in the order they were chosen, and the way down begins at the share', async () => {
  const home = await buildEntry(database.db, ada, { name: 'home', kind: 'folder' });
  const deep = await buildEntry(database.db, ada, { name: 'deep', kind: 'folder', parentId: home.id });
  const deeper = await buildEntry(database.db, ada, { name: 'deeper', kind: 'folder', parentId: deep.id });
  const file = await buildEntry(database.db, ada, { name: 'zz.txt' });
  const entered = await share([file.id, deep.id]);
  const names = await allPages((cursor) =>
    listSharedFolder(database.db, entered, { limit: 1, ...(cursor && { cursor }) }),
  );
  expect(names).toEqual(['zz.txt', 'deep']);
  const { path } = await listSharedFolder(database.db, entered, { parentId: deeper.id, limit: 10 });
  // Nothing of what stands above the shared folder is told.
  expect(path.map((part) => part.name)).toEqual(['deep', 'deeper']);
  const wrong = listSharedFolder(database.db, entered, { parentId: home.id, limit: 10 });
  await expect(wrong).rejects.toMatchObject({ code: 'not_found' });
});

test('a cursor that is not ours is refused by its name', async () => {
  const folder = await buildEntry(database.db, ada, { name: 'cursors', kind: 'folder' });
  const entered = await share([folder.id]);
  const forged = [
    'AAAA',
    encodeCursor({}),
    encodeCursor({ position: 2 ** 53 }),
    encodeCursor({ kind: 'file', name: 'a\u0000b', id: folder.id }),
    encodeCursor({ kind: 'file', name: 'a', id: 'x' }),
  ];
  for (const query of [{}, { parentId: folder.id }]) {
    for (const cursor of forged) {
      await expect(
        listSharedFolder(database.db, entered, { ...query, limit: 1, cursor }),
      ).rejects.toMatchObject({ code: 'invalid_input', errors: [{ path: 'cursor' }] });
    }
  }
});

test('every look at the share is counted', async () => {
  const file = await buildEntry(database.db, ada, { name: 'counted.txt' });
  const entered = await share([file.id]);
  const seen = await Promise.all(
    Array.from({ length: 5 }, () => openShare({ db: database.db, log }, entered)),
  );
  expect(seen[0]).toMatchObject({ ownerName: 'Ada', shareStatus: 0, entries: [{ name: 'counted.txt' }] });
  const { shareBatchNum } = entered;
  expect((await database.db.share.findUniqueOrThrow({ where: { shareBatchNum } })).views).toBe(5);
});
