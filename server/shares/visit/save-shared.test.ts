import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SaveSharedInput } from '@/contracts/shares';
import { collectBlobs } from '@/server/drive/collect-blobs';
import { listFolder } from '@/server/drive/list-folder';
import { moveEntries } from '@/server/drive/move-entries';
import { openContent } from '@/server/drive/open-content';
import { purgeEntries } from '@/server/drive/recycle-bin/purge-entries';
import { trashEntries } from '@/server/drive/recycle-bin/trash-entries';
import { buildPerson, openTestDrive, type Person, type TestDrive } from '@/tests/test-drive';
import { waitUntil } from '@/tests/wait-until';
import { createShare } from '../create-share';
import { saveShared } from './save-shared';

let drive: TestDrive;
let ada: Person;
let bob: Person;
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
  bob = await buildPerson(drive, { quotaBytes: 1_000 });
  folderId = (await ada.createFolder('年度报告')).id;
  innerId = (await ada.createFolder('inner', folderId)).id;
  fileId = (await ada.upload('预算.txt', 'the budget', { parentId: innerId })).id;
  await share([folderId]);
});

async function share(
  entryIds: string[],
  more: { allowDownload?: boolean; downloadLimit?: number } = {},
): Promise<void> {
  const input = { entryIds, allowDownload: true, ttlSeconds: 600, ...more };
  const { db } = drive;
  ({ shareBatchNum } = await createShare(db, ada.actor, input, { publicUrl: 'https://drive.example.org' }));
}

function save(input: Partial<SaveSharedInput> = {}, who = bob) {
  const visit = { shareBatchNum, unlockProof: undefined, sessionSecret: 'x'.repeat(32), visitor: 'v' };
  return saveShared(drive.db, who.actor, visit, { parentId: 'root', ...input });
}

async function names(parentId: string, who = bob): Promise<string[]> {
  const query = { parentId, sort: 'name', order: 'asc', limit: 100 } as const;
  return (await listFolder(drive.db, who.actor, query)).items.map(({ name }) => name);
}

function usedBytes(who = bob): Promise<bigint> {
  const { accountId } = who.actor;
  return drive.db.account.findUniqueOrThrow({ where: { id: accountId } }).then((row) => row.usedBytes);
}

test('a saved tree is the visitor’s own: same names, same bytes, charged to them and to be indexed', async () => {
  const target = await bob.createFolder('from Ada');
  const [saved] = await save({ parentId: target.id });
  expect(saved).toMatchObject({ name: '年度报告', kind: 'folder', parentId: target.id });
  const rows = await drive.db.entry.findMany({ where: { ownerId: bob.actor.accountId, name: '预算.txt' } });
  expect(rows).toHaveLength(1);
  const copyId = rows[0]?.id ?? '';
  const content = await openContent(drive, bob.actor, copyId);
  expect(await text(await content.open())).toBe('the budget');
  expect(await usedBytes()).toBe(10n);
  const events = await drive.db.outboxEvent.findMany({ where: { type: 'entry.saved' } });
  expect(JSON.stringify(events.map(({ payload }) => payload))).toContain(copyId);
  expect(await drive.db.blob.count({ where: { sha256: rows[0]?.sha256 ?? '' } })).toBe(1);
});

test('a selection is saved wherever it stands, and a taken name makes room', async () => {
  await save({ entryIds: [fileId] });
  await save({ entryIds: [fileId, innerId] });
  expect(await names('root')).toEqual(['inner', '预算 (1).txt', '预算.txt']);
});

test('what does not fit into the quota is not saved at all', async () => {
  await ada.upload('large.bin', 'x'.repeat(2_000), { parentId: innerId });
  await expect(save()).rejects.toMatchObject({ code: 'quota_exceeded' });
  expect(await names('root')).toEqual([]);
  expect(await usedBytes()).toBe(0n);
  const { downloads } = await drive.db.share.findUniqueOrThrow({ where: { shareBatchNum } });
  expect(downloads).toBe(0);
});

test('what is in the owner’s recycle bin, outside of the share or for viewing only is not saved', async () => {
  const outside = await ada.upload('outside.txt');
  await expect(save({ entryIds: [fileId, outside.id] })).rejects.toMatchObject({ code: 'not_found' });
  await trashEntries(drive.db, ada.actor, [fileId]);
  const [saved] = await save();
  expect(await names(saved?.id ?? '')).toEqual(['inner']);
  await trashEntries(drive.db, ada.actor, [folderId]);
  await expect(save()).rejects.toMatchObject({ code: 'invalid_input' });
  await share([outside.id], { allowDownload: false });
  await expect(save()).rejects.toMatchObject({ code: 'forbidden' });
});

test('a share that ends while the drive of its visitor is busy is not saved, and no download is counted', async () => {
  const busy = new Client({ connectionString: drive.databaseUrl });
  await busy.connect();
  await busy.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [bob.actor.accountId]);
  const refusal = expect(save()).rejects.toMatchObject({ code: 'share_expired' });
  await waitUntil('the drive is waited for', async () => {
    const { rows } = await busy.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
    return rows.length > 0;
  });
  await drive.db
    .$executeRaw`UPDATE shares SET end_time = clock_timestamp() WHERE share_batch_num = ${shareBatchNum}`;
  await busy.end();
  await refusal;
  expect(await names('root')).toEqual([]);
});

test('what its owner purges or moves out just before it is copied is not saved', async () => {
  const purge = async () => {
    await trashEntries(drive.db, ada.actor, [fileId]);
    await purgeEntries(drive.db, ada.actor, [fileId]);
  };
  const moveOut = () =>
    moveEntries(drive.db, ada.actor, { ids: [innerId], parentId: 'root', onConflict: 'fail' });
  for (const [change, entryId] of [[moveOut, innerId] as const, [purge, fileId] as const]) {
    const busy = new Client({ connectionString: drive.databaseUrl });
    await busy.connect();
    await busy.query('BEGIN');
    await busy.query('SELECT FROM blobs FOR UPDATE');
    const refusal = expect(save({ entryIds: [entryId] })).rejects.toMatchObject({ code: 'not_found' });
    await waitUntil('the blobs are waited for', async () => {
      const { rows } = await busy.query("SELECT FROM pg_locks WHERE NOT granted AND locktype <> 'advisory'");
      return rows.length > 0;
    });
    await change();
    await busy.end();
    await refusal;
    await share([folderId, innerId]);
  }
  expect(await names('root')).toEqual([]);
});

test('nobody saves into a folder of somebody else', async () => {
  await expect(save({ parentId: folderId })).rejects.toMatchObject({ code: 'not_found' });
});

test('a save counts as one download', async () => {
  await save();
  const { downloads, saves } = await drive.db.share.findUniqueOrThrow({ where: { shareBatchNum } });
  expect([downloads, saves]).toEqual([1, 1]);
});

test('when the downloads are used up nothing is saved', async () => {
  await share([folderId], { downloadLimit: 1 });
  await save();
  await expect(save()).rejects.toMatchObject({ code: 'download_limit_reached' });
  expect(await names('root')).toEqual(['年度报告']);
});

test('the bytes stay when the owner purges the originals and old blobs are collected', async () => {
  await drive.db.$executeRaw`UPDATE blobs SET touched_at = now() - interval '1 day'`;
  await save({ entryIds: [fileId] });
  await trashEntries(drive.db, ada.actor, [folderId]);
  await purgeEntries(drive.db, ada.actor, [folderId]);
  await collectBlobs(drive);
  const [row] = await drive.db.entry.findMany({ where: { ownerId: bob.actor.accountId, kind: 'file' } });
  const content = await openContent(drive, bob.actor, row?.id ?? '');
  expect(await text(await content.open())).toBe('the budget');
});

test('many save at once while the owner purges: each has all of it or nothing, and every byte is there', async () => {
  await drive.db.$executeRaw`UPDATE blobs SET touched_at = now() - interval '1 day'`;
  const people = await Promise.all(
    Array.from({ length: 6 }, () => buildPerson(drive, { quotaBytes: 1_000 })),
  );
  const outcomes = await Promise.allSettled([
    ...people.map((person) => save({}, person)),
    trashEntries(drive.db, ada.actor, [folderId]).then(() => purgeEntries(drive.db, ada.actor, [folderId])),
    collectBlobs(drive),
  ]);
  await collectBlobs(drive);
  for (const [index, person] of people.entries()) {
    const files = await drive.db.entry.findMany({ where: { ownerId: person.actor.accountId, kind: 'file' } });
    if (outcomes[index]?.status === 'rejected') expect(files).toEqual([]);
    for (const { id } of files) {
      const content = await openContent(drive, person.actor, id);
      expect(await text(await content.open())).toBe('the budget');
    }
    expect(await usedBytes(person)).toBe(BigInt(files.length * 10));
  }
});
