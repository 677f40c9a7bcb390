import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeEntry } from '@/server/drive/change-entry';
import { copyEntries } from '@/server/drive/copy-entries';
import { deleteEntry } from '@/server/drive/recycle-bin/delete-entry';
import { buildPerson, openTestDrive, type Person, type TestDrive, takeEvents } from '@/tests/test-drive';
import { extractContent } from './extract-content';
import { requestAgain } from './request-again';

let drive: TestDrive;
let ada: Person;

beforeAll(async () => {
  drive = await openTestDrive();
});
afterAll(() => drive.drop());
beforeEach(async () => {
  await drive.db.outboxEvent.deleteMany();
  ada = await buildPerson(drive);
});

async function takeRequests() {
  return (await takeEvents(drive)).filter((event) => event.type === 'content.extraction-requested');
}

async function extractRequested(): Promise<void> {
  for (const request of await takeRequests()) await extractContent(drive, request);
}

const textOf = (sha256: string | null) =>
  drive.db.blobText.findUniqueOrThrow({ where: { sha256: sha256 ?? '' } });

test('text is asked for once per blob, and for no file that holds none', async () => {
  await ada.upload('first.txt', 'the same bytes');
  await ada.upload('second.md', 'the same bytes');
  await ada.upload('photo.jpg', 'no text');
  await ada.upload('empty.txt', '');
  expect(await takeRequests()).toMatchObject([{ extension: 'txt' }]);
});

test('what was read is kept, and every file that names the bytes is indexed again with a new revision', async () => {
  const first = await ada.upload('first.txt', 'Über das 年度 plan');
  const second = await ada.upload('second.txt', 'Über das 年度 plan');
  const gone = await ada.upload('gone.txt', 'Über das 年度 plan');
  await deleteEntry(drive.db, ada.actor, { id: gone.id, permanent: false });
  const [request] = await takeRequests();
  const before = await drive.db.entry.findUniqueOrThrow({ where: { id: first.id } });
  if (request?.type !== 'content.extraction-requested') throw new Error('Nothing was asked for.');
  await extractContent(drive, request);
  expect(await textOf(request.sha256)).toMatchObject({
    status: 'done',
    text: 'Über das 年度 plan',
    words: ' uber das 年 度 plan ',
  });
  const events = await takeEvents(drive);
  expect(events.map((event) => event.type === 'entry.saved' && event.userFileId).sort()).toEqual(
    [first.id, second.id].sort(),
  );
  const after = await drive.db.entry.findUniqueOrThrow({ where: { id: first.id } });
  expect(after.revision).toBeGreaterThan(before.revision);
  expect(after.updatedAt).toEqual(before.updatedAt);
});

test('the same request again, and one for bytes that are gone, change nothing', async () => {
  await ada.upload('once.txt', 'once and again');
  const [request] = await takeRequests();
  if (request?.type !== 'content.extraction-requested') throw new Error('Nothing was asked for.');
  await extractContent(drive, request);
  await takeEvents(drive);
  await extractContent(drive, request);
  await extractContent(drive, { sha256: '0'.repeat(64), extension: 'txt' });
  expect(await takeEvents(drive)).toEqual([]);
});

const MAIL = 'Subject: birds\nContent-Transfer-Encoding: base64\n\naGVyb25z\n';

test('what was taken for plain text is read anew where a name says what it is', async () => {
  await ada.upload('mail.txt', MAIL);
  await extractRequested();
  const { id } = await ada.upload('mail.eml', MAIL);
  await extractRequested();
  const { sha256 } = await drive.db.entry.findUniqueOrThrow({ where: { id } });
  expect(await textOf(sha256)).toMatchObject({ status: 'done', format: 'mail', words: ' birds herons ' });
  await ada.upload('again.txt', MAIL);
  expect(await takeRequests()).toEqual([]);
});

test('a name of another format that comes before the first was read wins, and its text is not overwritten', async () => {
  await ada.upload('mail.txt', `${MAIL}\n`);
  const [first] = await takeRequests();
  await ada.upload('mail.eml', `${MAIL}\n`);
  const [second] = await takeRequests();
  if (!first || !second) throw new Error('Nothing was asked for.');
  await extractContent(drive, second);
  await extractContent(drive, first);
  expect(await textOf(first.sha256)).toMatchObject({ status: 'done', words: ' birds herons ' });
});

test('what failed under one name is read once it is renamed to what it is', async () => {
  const file = await ada.upload('notes.pdf', 'storks and cranes');
  await extractRequested();
  await changeEntry(drive.db, ada.actor, file.id, { name: 'notes.txt', onConflict: 'fail' });
  await extractRequested();
  const { sha256 } = await drive.db.entry.findUniqueOrThrow({ where: { id: file.id } });
  expect(await textOf(sha256)).toMatchObject({ status: 'done', words: ' storks and cranes ', reason: null });
});

test('a wrong name takes from nobody what was read', async () => {
  const { id } = await ada.upload('swans.txt', 'whooper swans');
  await extractRequested();
  await ada.upload('swans.pdf', 'whooper swans');
  await extractRequested();
  const { sha256 } = await drive.db.entry.findUniqueOrThrow({ where: { id } });
  expect(await textOf(sha256)).toMatchObject({ status: 'done', words: ' whooper swans ' });
});

test('what was asked for a day ago and came to nothing is asked for again, once a day', async () => {
  await ada.upload('lost.md', 'never read');
  await ada.upload('lost.jpg', 'no picture at all');
  await takeEvents(drive);
  expect(await requestAgain(drive.db)).toBe(0);
  for (const table of ['blob_texts', 'blob_thumbnails']) {
    await drive.db.$executeRawUnsafe(`UPDATE ${table} SET requested_at = requested_at - interval '25 hours'
      WHERE sha256 IN (SELECT sha256 FROM entries WHERE name LIKE 'lost.%')`);
  }
  expect(await requestAgain(drive.db)).toBe(2);
  const events = await takeEvents(drive);
  expect(events.map(({ type }) => type)).toEqual([
    'content.extraction-requested',
    'content.thumbnail-requested',
  ]);
  expect(await requestAgain(drive.db)).toBe(0);
  for (const event of events)
    if (event.type === 'content.extraction-requested') await extractContent(drive, event);
  const texts = await drive.db.blobText.findMany({ where: { text: 'never read' } });
  expect(texts).toMatchObject([{ status: 'done', format: 'text' }]);
});

test('a rename and a copy extract nothing', async () => {
  const file = await ada.upload('report.txt', 'stays as it was read');
  await extractRequested();
  await changeEntry(drive.db, ada.actor, file.id, { name: 'renamed.txt', onConflict: 'fail' });
  const folder = await ada.createFolder('copies');
  await copyEntries(drive.db, ada.actor, { ids: [file.id], parentId: folder.id, onConflict: 'fail' });
  expect(await takeRequests()).toEqual([]);
});

test('a file that cannot be read is noted with the reason, and indexed no second time', async () => {
  await ada.upload('broken.pdf', '%PDF-1.4 and nothing more');
  const [request] = await takeRequests();
  if (request?.type !== 'content.extraction-requested') throw new Error('Nothing was asked for.');
  await extractContent(drive, request);
  expect(await textOf(request.sha256)).toMatchObject({ status: 'failed', text: '' });
  expect((await textOf(request.sha256)).reason).toMatch(/\w/);
  expect(await takeEvents(drive)).toEqual([]);
});
