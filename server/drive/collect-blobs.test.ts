import { readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildPerson, bytesOf, openTestDrive, type Person, type TestDrive } from '@/tests/test-drive';
import { collectBlobs } from './collect-blobs';
import { openContent } from './open-content';
import { deleteEntry } from './recycle-bin/delete-entry';
import { runBatch } from './run-batch';

let drive: TestDrive;
let ada: Person;

beforeAll(async () => {
  drive = await openTestDrive();
});
afterAll(() => drive.drop());
beforeEach(async () => {
  ada = await buildPerson(drive);
});

async function purge(id: string): Promise<void> {
  await deleteEntry(drive.db, ada.actor, { id, permanent: true });
}

async function grow(sha256: string | null, ageSeconds: number): Promise<void> {
  await drive.db.blob.update({
    where: { sha256: sha256 ?? '' },
    data: { touchedAt: new Date(Date.now() - ageSeconds * 1000) },
  });
}

test('a blob that nothing names is removed after an hour, not before', async () => {
  const file = await ada.upload('a.txt');
  await purge(file.id);
  await grow(file.sha256, 3_500);
  expect((await collectBlobs(drive)).unnamed).toBe(0);
  expect(await drive.blobs.has(file.sha256 ?? '')).toBe(true);
  await grow(file.sha256, 3_700);
  expect((await collectBlobs(drive)).unnamed).toBe(1);
  expect(await drive.blobs.has(file.sha256 ?? '')).toBe(false);
  expect(await drive.db.blob.count({ where: { sha256: file.sha256 ?? '' } })).toBe(0);
});

test('a blob stays while any file names it: a copy, one in the recycle bin, one of somebody else', async () => {
  const bob = await buildPerson(drive);
  const kept = { copied: 'copied', trashed: 'trashed', others: 'of others' };
  const copied = await ada.upload('copied.txt', kept.copied);
  await runBatch(drive.db, ada.actor, {
    op: 'copy',
    ids: [copied.id],
    parentId: 'root',
    onConflict: 'rename',
  });
  await purge(copied.id);
  const trashed = await ada.upload('trashed.txt', kept.trashed);
  await deleteEntry(drive.db, ada.actor, { id: trashed.id, permanent: false });
  const others = await ada.upload('others.txt', kept.others);
  await bob.upload('mine.txt', kept.others);
  await purge(others.id);
  for (const file of [copied, trashed, others]) await grow(file.sha256, 10_000);
  expect((await collectBlobs(drive)).unnamed).toBe(0);
  for (const file of [copied, trashed, others]) expect(await drive.blobs.has(file.sha256 ?? '')).toBe(true);
});

test('uploading the same bytes again makes an old blob young', async () => {
  const first = await ada.upload('first.txt', 'again and again');
  await purge(first.id);
  await grow(first.sha256, 10_000);
  const second = await ada.upload('second.txt', 'again and again');
  await purge(second.id);
  expect((await collectBlobs(drive)).unnamed).toBe(0);
});

test('bytes without a row are removed once they are old, those with one never', async () => {
  const file = await ada.upload('known.txt');
  const stray = await drive.blobs.stage(bytesOf('an upload died after this'), { maxBytes: 100 });
  await drive.blobs.place(stray);
  expect((await collectBlobs(drive)).strays).toBe(0);
  for (const sha256 of [stray.sha256, file.sha256 ?? '']) {
    const long = new Date(Date.now() - 7_200_000);
    const folder = path.join(drive.dataDir, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4));
    await utimes(path.join(folder, sha256), long, long);
  }
  expect((await collectBlobs(drive)).strays).toBe(1);
  expect(await drive.blobs.has(stray.sha256)).toBe(false);
  expect(await drive.blobs.has(file.sha256 ?? '')).toBe(true);
});

test('what dead uploads left in staging is removed once it is old', async () => {
  const { stagingKey } = await drive.blobs.stage(bytesOf('left behind'), { maxBytes: 100 });
  expect((await collectBlobs(drive)).staged).toBe(0);
  const long = new Date(Date.now() - 7_200_000);
  await utimes(path.join(drive.dataDir, 'staging', stagingKey), long, long);
  expect((await collectBlobs(drive)).staged).toBe(1);
  expect(await readdir(path.join(drive.dataDir, 'staging'))).toEqual([]);
});

test('collectors without any grace, racing uploads of the same bytes, never take a blob that is named', async () => {
  let uploading = true;
  let collected = 0;
  const collectors = [0, 1].map(async () => {
    while (uploading) collected += (await collectBlobs(drive, { graceSeconds: 0 })).unnamed;
  });
  const uploaders = [0, 1, 2].map(async (start) => {
    const person = await buildPerson(drive);
    for (let round = 0; round < 60; round += 1) {
      // Few enough that people meet, enough that each is named by nobody now and then.
      const bytes = `contested bytes ${(start + round) % 3}`;
      const { id } = await person.upload('contested.txt', bytes);
      const content = await openContent(drive, person.actor, id);
      expect(await text(await content.open())).toBe(bytes);
      await deleteEntry(drive.db, person.actor, { id, permanent: true });
    }
  });
  const outcomes = await Promise.allSettled(uploaders);
  uploading = false;
  await Promise.all(collectors);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  // The race was one: the blob was taken while it came again and again.
  expect(collected).toBeGreaterThan(0);
}, 60_000);
