import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import type { Archive } from '@/server/drive/archive/archive-of';
import { openArchive } from '@/server/drive/archive/open-archive';
import { trashEntries } from '@/server/drive/recycle-bin/trash-entries';
import { buildPerson, openTestDrive, type Person, type TestDrive } from '@/tests/test-drive';
import { createShare } from '../create-share';
import { openSharedArchive } from './open-shared-archive';

const publicUrl = 'https://drive.example.org';
let drive: TestDrive;
let ada: Person;
let folderId: string;
let innerId: string;
let fileId: string;
let shareBatchNum: string;

beforeAll(async () => {
  drive = await openTestDrive();
});
afterAll(() => drive.drop());

beforeEach(async () => {
  ada = await buildPerson(drive);
  folderId = (await ada.createFolder('年度报告')).id;
  innerId = (await ada.createFolder('inner', folderId)).id;
  await ada.createFolder('empty', innerId);
  fileId = (await ada.upload('预算.txt', 'the budget', { parentId: innerId })).id;
  const other = await ada.createFolder('other');
  const same = await ada.createFolder('年度报告', other.id);
  await share([folderId, same.id]);
});

async function share(
  entryIds: string[],
  more: { allowDownload?: boolean; downloadLimit?: number } = {},
): Promise<void> {
  const input = { entryIds, allowDownload: true, ttlSeconds: 600, ...more };
  ({ shareBatchNum } = await createShare(drive.db, ada.actor, input, { publicUrl }));
}

function open(entryIds?: string[]): Promise<Archive> {
  const visit = { shareBatchNum, unlockProof: undefined, sessionSecret: 'x'.repeat(32), visitor: 'v' };
  return openSharedArchive(drive, visit, entryIds);
}

async function unzip(archive: Archive): Promise<Record<string, string>> {
  const bytes = await buffer(await archive.open());
  expect(bytes.length).toBe(archive.sizeBytes);
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const found: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    found[entry.fileName] = entry.fileName.endsWith('/')
      ? ''
      : await text(await zip.openReadStreamPromise(entry));
  }
  return found;
}

test('all that is shared keeps its tree, empty folders too, and two of one name stand side by side', async () => {
  expect(await unzip(await open())).toEqual({
    '年度报告/': '',
    '年度报告/inner/': '',
    '年度报告/inner/empty/': '',
    '年度报告/inner/预算.txt': 'the budget',
    '年度报告 (1)/': '',
  });
});

test('a selection holds what was chosen, wherever it stands in the share, and is named after it', async () => {
  const archive = await open([innerId]);
  expect(archive.name).toBe('inner.zip');
  expect(await unzip(archive)).toEqual({ 'inner/': '', 'inner/empty/': '', 'inner/预算.txt': 'the budget' });
  expect(await unzip(await open([fileId, fileId]))).toEqual({ '预算.txt': 'the budget' });
});

test('what is in the recycle bin is not in the archive', async () => {
  await trashEntries(drive.db, ada.actor, [fileId]);
  expect(Object.keys(await unzip(await open()))).not.toContain('年度报告/inner/预算.txt');
  await expect(open([fileId])).rejects.toMatchObject({ code: 'not_found' });
});

test('one entry outside of the share refuses the whole selection', async () => {
  const outside = await ada.upload(`${randomUUID()}.txt`);
  await expect(open([fileId, outside.id])).rejects.toMatchObject({ code: 'not_found' });
});

test('a share for viewing only gives no archive', async () => {
  await share([folderId], { allowDownload: false });
  await expect(open()).rejects.toMatchObject({ code: 'forbidden' });
});

test('a share that ends before the first byte gives none, and one that ends later lets the archive finish', async () => {
  const late = await open();
  const running = await (await open()).open();
  await drive.db.$executeRaw`
    UPDATE shares SET end_time = clock_timestamp() WHERE share_batch_num = ${shareBatchNum}`;
  await expect(late.open()).rejects.toMatchObject({ code: 'share_expired' });
  expect((await buffer(running)).length).toBe(late.sizeBytes);
});

test('an archive is one download for the owner to see', async () => {
  await (await open()).admit?.();
  await (await open([fileId])).admit?.();
  const { downloads } = await drive.db.share.findUniqueOrThrow({ where: { shareBatchNum } });
  expect(downloads).toBe(2);
});

test('when the downloads are used up there is no archive', async () => {
  await share([folderId], { downloadLimit: 1 });
  const late = await open();
  await (await open()).admit?.();
  await expect(late.admit?.()).rejects.toMatchObject({ code: 'download_limit_reached' });
  await expect(open()).rejects.toMatchObject({ code: 'download_limit_reached' });
});

test('a file that cannot be read ends the archive with an error', async () => {
  const archive = await open([innerId]);
  const { sha256 } = await drive.db.entry.findUniqueOrThrow({ where: { id: fileId } });
  const name = String(sha256);
  await rm(path.join(drive.dataDir, 'blobs', name.slice(0, 2), name.slice(2, 4), name));
  await expect(archive.open().then(buffer)).rejects.toThrow();
});

test('an owner gets an archive of what is theirs, and nobody else does', async () => {
  expect(await unzip(await openArchive(drive, ada.actor, [innerId]))).toMatchObject({
    'inner/预算.txt': 'the budget',
  });
  const bob = await buildPerson(drive);
  await expect(openArchive(drive, bob.actor, [innerId])).rejects.toMatchObject({ code: 'not_found' });
  await trashEntries(drive.db, ada.actor, [innerId]);
  await expect(openArchive(drive, ada.actor, [innerId])).rejects.toMatchObject({ code: 'not_found' });
});
