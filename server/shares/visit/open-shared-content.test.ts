import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/server/accounts/actor';
import type { BlobStore } from '@/server/storage/blob-store';
import { createDiskBlobStore } from '@/server/storage/disk-blob-store';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { giveBytes } from '@/tests/build-known';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { changeShare } from '../change-share';
import { createShare } from '../create-share';
import { openSharedContent } from './open-shared-content';

const publicUrl = 'https://drive.example.org';
const sessionSecret = 'x'.repeat(32);
let database: TestDatabase;
let dataDir: string;
let blobs: BlobStore;
let ada: Actor;
let fileId: string;
let shareBatchNum: string;

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(path.join(tmpdir(), 'netdisk-shared-content-'));
  blobs = createDiskBlobStore({ dataDir });
  ada = await buildAccount(database.db);
});
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

beforeEach(async () => {
  fileId = (await buildEntry(database.db, ada, { name: `${crypto.randomUUID()}.txt` })).id;
  await replaceContent('first version');
  ({ shareBatchNum } = await createShare(
    database.db,
    ada,
    { entryIds: [fileId], allowDownload: true, ttlSeconds: 600 },
    { publicUrl },
  ));
});

function replaceContent(content: string): Promise<void> {
  return giveBytes({ db: database.db, blobs }, fileId, content);
}

function endNow() {
  return database.db.$executeRaw`
    UPDATE shares SET end_time = clock_timestamp() WHERE share_batch_num = ${shareBatchNum}`;
}

function open(asDownload = false, store: BlobStore = blobs, visitor = 'v') {
  return openSharedContent(
    { db: database.db, blobs: store },
    { shareBatchNum, unlockProof: undefined, sessionSecret, visitor },
    { entryId: fileId, asDownload },
  );
}

function openAsText(asDownload = false) {
  return openSharedContent(
    { db: database.db, blobs },
    { shareBatchNum, unlockProof: undefined, sessionSecret, visitor: 'v' },
    { entryId: fileId, asDownload, as: 'text' },
  );
}

test('visitors get the bytes as they are now', async () => {
  expect(await text(await (await open()).open())).toBe('first version');
  await replaceContent('second version');
  const content = await open(true);
  expect(content.sizeBytes).toBe('second version'.length);
  expect(await text(await content.open({ start: 0, end: 5 }))).toBe('second');
});

test('a share that ends between the question and the first byte gives none', async () => {
  const content = await open();
  await endNow();
  await expect(content.open()).rejects.toMatchObject({ code: 'share_expired' });
});

test('a share that ends while the file is being opened gives none, and leaves no file open', async () => {
  const streams: { destroyed: boolean }[] = [];
  const slow: BlobStore = {
    ...blobs,
    async open(sha256, range) {
      const stream = await blobs.open(sha256, range);
      streams.push(stream);
      await endNow();
      return stream;
    },
  };
  await expect((await open(false, slow)).open()).rejects.toMatchObject({ code: 'share_expired' });
  expect(streams.map((stream) => stream.destroyed)).toEqual([true]);
});

test('a download that runs may finish after the end, and none begins', async () => {
  const stream = await (await open()).open();
  await endNow();
  expect(await text(stream)).toBe('first version');
  await expect(open()).rejects.toMatchObject({ code: 'share_expired' });
});

test('a share for viewing only shows what browsers show, and lets nothing be downloaded', async () => {
  await changeShare(database.db, ada, { shareBatchNum, allowDownload: false }, { publicUrl });
  expect(await text(await (await open()).open())).toBe('first version');
  await expect(open(true)).rejects.toMatchObject({ code: 'forbidden' });
  for (const mimeType of ['application/zip', 'text/html', 'image/svg+xml']) {
    await database.db.entry.update({ where: { id: fileId }, data: { mimeType } });
    await expect(open()).rejects.toMatchObject({ code: 'forbidden' });
  }
});

test('a share for viewing only gives the source of a page as plain text, and counts no download', async () => {
  await changeShare(database.db, ada, { shareBatchNum, allowDownload: false }, { publicUrl });
  await database.db.entry.update({
    where: { id: fileId },
    data: { mimeType: 'text/html', name: 'page.html' },
  });
  const content = await openAsText();
  await content.admit?.();
  expect(content.mimeType).toBe('text/plain');
  expect(await text(await content.open())).toBe('first version');
  expect(await downloads()).toBe(0);
  await expect(openAsText(true)).rejects.toMatchObject({ code: 'forbidden' });
});

async function downloads(): Promise<number> {
  return (await database.db.share.findUniqueOrThrow({ where: { shareBatchNum } })).downloads;
}

test('a download is counted once it begins; showing and resuming are not', async () => {
  const download = await open(true);
  await download.admit?.();
  await download.admit?.({ start: 0, end: 3 });
  await download.admit?.({ start: 4, end: 6 });
  await (await open()).admit?.();
  expect(await downloads()).toBe(2);
});

test('what browsers do not show is a download, however it is asked for', async () => {
  await database.db.entry.update({ where: { id: fileId }, data: { mimeType: 'application/zip' } });
  await (await open()).admit?.();
  expect(await downloads()).toBe(1);
});

function limitTo(downloadLimit: number | null) {
  return changeShare(database.db, ada, { shareBatchNum, downloadLimit }, { publicUrl });
}

test('of twenty downloads at the same time a limit of five grants five', async () => {
  await limitTo(5);
  const admitted = await Promise.allSettled(
    Array.from({ length: 20 }, async () => (await open(true)).admit?.()),
  );
  expect(admitted.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  for (const answer of admitted) {
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'download_limit_reached' });
  }
  expect(await downloads()).toBe(5);
  expect(await database.db.shareActivity.count({ where: { shareBatchNum } })).toBe(5);
});

test('when the downloads are used up looking goes on, and a higher limit gives more', async () => {
  await limitTo(1);
  await (await open(true)).admit?.();
  await expect((await open(true)).admit?.()).rejects.toMatchObject({ code: 'download_limit_reached' });
  await (await open()).admit?.();
  await limitTo(2);
  await (await open(true)).admit?.();
  await limitTo(null);
  await (await open(true)).admit?.();
});

test('the last download may be resumed by who began it, and nobody begins one in its middle', async () => {
  await limitTo(1);
  await (await open(true)).admit?.();
  await (await open(true)).admit?.({ start: 4, end: 6 });
  const stranger = await open(true, blobs, 'another visitor');
  await expect(stranger.admit?.({ start: 4, end: 6 })).rejects.toMatchObject({
    code: 'download_limit_reached',
  });
  expect(await downloads()).toBe(1);
});

test('a folder has no bytes', async () => {
  const folder = await buildEntry(database.db, ada, { name: 'folder', kind: 'folder' });
  await database.db.shareEntry.create({ data: { shareBatchNum, entryId: folder.id, position: 2 } });
  fileId = folder.id;
  await expect(open()).rejects.toMatchObject({ code: 'invalid_input' });
});
