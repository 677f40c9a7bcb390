import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OnConflict } from '@/contracts/entries';
import { buildPerson, bytesOf, openTestDrive, type Person, type TestDrive } from '@/tests/test-drive';
import { listFolder } from './list-folder';
import { openContent } from './open-content';
import { saveFile } from './save-file';
import { uploadFile } from './upload-file';

let drive: TestDrive;
let ada: Person;

beforeAll(async () => {
  drive = await openTestDrive({ maxFileBytes: 5_000 });
});
afterAll(() => drive.drop());
beforeEach(async () => {
  ada = await buildPerson(drive, { quotaBytes: 10_000 });
});

async function readBack(id: string): Promise<string> {
  const content = await openContent(drive, ada.actor, id);
  return text(await content.open());
}

async function names(parentId = 'root'): Promise<string[]> {
  const query = { parentId, sort: 'name', order: 'asc', limit: 1_000 } as const;
  return (await listFolder(drive.db, ada.actor, query)).items.map((item) => item.name);
}

async function usedBytes(): Promise<{ counted: number; real: number }> {
  const account = await drive.db.account.findUniqueOrThrow({ where: { id: ada.actor.accountId } });
  const sum = await drive.db.entry.aggregate({
    where: { ownerId: ada.actor.accountId, purgedAt: null },
    _sum: { sizeBytes: true },
  });
  return { counted: Number(account.usedBytes), real: Number(sum._sum.sizeBytes) };
}

function upload(input: {
  name?: string;
  parentId?: string;
  onConflict?: OnConflict;
  content?: string;
  declaredBytes?: number;
}) {
  const { name = 'a.txt', parentId = 'root', onConflict = 'fail', content = 'abc', declaredBytes } = input;
  return uploadFile(drive, ada.actor, {
    name,
    parentId,
    onConflict,
    source: bytesOf(content),
    declaredBytes,
  });
}

test('an uploaded file is listed, described by its name and read back byte for byte', async () => {
  const { entry, replaced } = await upload({ name: '年度报告 2026.PDF', content: 'text '.repeat(900) });
  expect(replaced).toBe(false);
  expect(entry).toMatchObject({
    parentId: 'root',
    kind: 'file',
    name: '年度报告 2026.PDF',
    extension: 'pdf',
    mimeType: 'application/pdf',
    size: 4_500,
    trashedAt: null,
    path: [],
    indexed: false,
  });
  expect(entry.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(await names()).toEqual(['年度报告 2026.PDF']);
  expect(await readBack(entry.id)).toBe('text '.repeat(900));
  expect(await usedBytes()).toEqual({ counted: 4_500, real: 4_500 });
});

test('an empty file is a file', async () => {
  const { entry } = await upload({ content: '', declaredBytes: 0 });
  expect(entry.size).toBe(0);
  expect(await readBack(entry.id)).toBe('');
});

test('the same bytes are kept once, however many files have them', async () => {
  const one = await upload({ name: 'one.txt', content: 'kept once, counted twice' });
  const other = await upload({ name: 'other.txt', content: 'kept once, counted twice' });
  expect(other.entry.sha256).toBe(one.entry.sha256);
  expect(await drive.db.blob.count({ where: { sha256: one.entry.sha256 ?? '' } })).toBe(1);
  expect((await usedBytes()).counted).toBe(48);
});

test('a taken name is refused, also in another case and in decomposed letters', async () => {
  await upload({ name: 'Résumé.txt' });
  for (const name of ['Résumé.txt', 'résumé.TXT', 'Re\u0301sume\u0301.txt']) {
    await expect(upload({ name })).rejects.toMatchObject({ code: 'name_taken' });
  }
  expect(await names()).toEqual(['Résumé.txt']);
});

test('a taken name is counted on when asked', async () => {
  for (const expected of ['a.txt', 'a (1).txt', 'a (2).txt']) {
    expect((await upload({ onConflict: 'rename' })).entry.name).toBe(expected);
  }
});

test('a replaced file keeps its id and name, gets the bytes and a new revision', async () => {
  const first = (await upload({ name: 'Taken.txt', content: 'the first bytes' })).entry;
  const { entry, replaced } = await upload({ name: 'taken.txt', content: 'others', onConflict: 'replace' });
  expect(replaced).toBe(true);
  expect(entry).toMatchObject({ id: first.id, name: 'Taken.txt', size: 6 });
  expect(entry.revision).toBeGreaterThan(first.revision);
  expect(await readBack(first.id)).toBe('others');
  expect(await usedBytes()).toEqual({ counted: 6, real: 6 });
});

test('replacing makes a new file where there is none, and never replaces a folder', async () => {
  expect((await upload({ onConflict: 'replace' })).replaced).toBe(false);
  await ada.createFolder('b.txt');
  await expect(upload({ name: 'b.txt', onConflict: 'replace' })).rejects.toMatchObject({
    code: 'name_taken',
  });
});

test('replacing counts the difference only: a full drive takes a smaller file', async () => {
  await upload({ name: 'big.bin', content: 'x'.repeat(5_000) });
  await upload({ name: 'more.bin', content: 'x'.repeat(4_999) });
  await upload({ name: 'big.bin', content: 'y'.repeat(4_990), onConflict: 'replace', declaredBytes: 4_990 });
  expect(await usedBytes()).toEqual({ counted: 9_989, real: 9_989 });
});

test.each([
  ['a wrong name', { name: 'a/b' }, 'invalid_input'],
  ['a folder that does not exist', { parentId: '5f5c9f6e-1f3d-4c1e-9d53-2f0a0e6f3a11' }, 'not_found'],
  ['a folder id that is none', { parentId: "x' OR 1=1" }, 'not_found'],
  ['more than a file may have, declared', { declaredBytes: 5_001 }, 'file_too_large'],
  ['more than a file may have, undeclared', { content: 'x'.repeat(5_001) }, 'file_too_large'],
  ['less than declared', { declaredBytes: 4 }, 'body_incomplete'],
  ['more than declared', { declaredBytes: 2 }, 'body_incomplete'],
] as const)('%s is refused and leaves nothing', async (_, input, code) => {
  await expect(upload(input)).rejects.toMatchObject({ code });
  expect(await names()).toEqual([]);
  expect(await readdir(path.join(drive.dataDir, 'staging'))).toEqual([]);
  expect((await usedBytes()).counted).toBe(0);
});

test('a source that breaks off leaves nothing', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('half');
    throw new Error('aborted');
  }
  const input = { parentId: 'root', name: 'broken.bin', onConflict: 'fail', source: broken() } as const;
  await expect(uploadFile(drive, ada.actor, input)).rejects.toMatchObject({ code: 'body_incomplete' });
  expect(await names()).toEqual([]);
  expect(await readdir(path.join(drive.dataDir, 'staging'))).toEqual([]);
});

test('what must fail fails before a byte is read', async () => {
  await upload({ name: 'taken.txt' });
  async function* unread(): AsyncGenerator<Uint8Array> {
    yield Promise.reject(new Error('read'));
  }
  for (const [name, declaredBytes, code] of [
    ['taken.txt', 1, 'name_taken'],
    ['b.txt', 5_001, 'file_too_large'],
    ['..', 1, 'invalid_input'],
  ] as const) {
    const input = { parentId: 'root', name, onConflict: 'fail', source: unread(), declaredBytes } as const;
    await expect(uploadFile(drive, ada.actor, input)).rejects.toMatchObject({ code });
  }
});

test('what is over the quota is refused before it is read when declared, and at the quota when not', async () => {
  await upload({ name: 'one.bin', content: 'x'.repeat(5_000) });
  await upload({ name: 'two.bin', content: 'x'.repeat(4_000) });
  await expect(upload({ declaredBytes: 1_001, content: 'x'.repeat(1_001) })).rejects.toMatchObject({
    code: 'quota_exceeded',
  });
  let read = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      read += 100;
      yield new Uint8Array(100);
    }
  }
  const input = { parentId: 'root', name: 'endless.bin', onConflict: 'fail', source: endless() } as const;
  await expect(uploadFile(drive, ada.actor, input)).rejects.toMatchObject({ code: 'quota_exceeded' });
  expect(read).toBe(1_100);
  expect(await usedBytes()).toEqual({ counted: 9_000, real: 9_000 });
});

test('uploads that come in together take no more than the room there is, declared or not', async () => {
  for (const declaredBytes of [4_000, undefined]) {
    ada = await buildPerson(drive, { quotaBytes: 6_000 });
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    async function* slowly() {
      yield new Uint8Array(3_500);
      await gate;
      yield new Uint8Array(500);
    }
    const place = {
      parentId: 'root',
      onConflict: 'rename' as const,
      ...(declaredBytes && { declaredBytes }),
    };
    const first = uploadFile(drive, ada.actor, { ...place, name: 'first.bin', source: slowly() });
    const second = uploadFile(drive, ada.actor, { ...place, name: 'second.bin', source: slowly() });
    // One is refused while the other is still coming in.
    await expect(Promise.race([first, second])).rejects.toMatchObject({ code: 'quota_exceeded' });
    open();
    const outcomes = await Promise.allSettled([first, second]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  }
});

test('50 uploads at once at the limit of the quota: as many succeed as there is room for', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) => upload({ name: `${index}.bin`, content: 'x'.repeat(1_000) })),
  );
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(10);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'quota_exceeded' });
  }
  expect(await usedBytes()).toEqual({ counted: 10_000, real: 10_000 });
});

test('20 uploads at once that want one name: all get one of their own, or exactly one gets it', async () => {
  const all = (onConflict: OnConflict, name: string) =>
    Promise.allSettled(Array.from({ length: 20 }, () => upload({ name, onConflict, content: onConflict })));
  const renamed = await all('rename', 'rename.txt');
  expect(renamed.every((outcome) => outcome.status === 'fulfilled')).toBe(true);
  expect(new Set(await names()).size).toBe(20);
  expect(await names()).toContain('rename (19).txt');
  const failed = await all('fail', 'fail.txt');
  expect(failed.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  expect((await names()).filter((name) => name.startsWith('fail'))).toEqual(['fail.txt']);
});

test('a file of more than 2 GiB is counted, listed and replaced like any other', async () => {
  ada = await buildPerson(drive, { quotaBytes: 10_000_000_000 });
  // The bytes are pretended: what can go wrong is a number beyond 32 bits on its way to the database.
  const save = async (sizeBytes: number) => {
    const staged = await drive.blobs.stage(bytesOf(`${sizeBytes}`), { maxBytes: 100 });
    const place = { parentId: 'root', name: 'film.mkv', onConflict: 'replace' } as const;
    return saveFile(drive, ada.actor, place, { ...staged, sizeBytes });
  };
  expect((await save(5_000_000_000)).entry.size).toBe(5_000_000_000);
  expect((await save(3_000_000_000)).entry.size).toBe(3_000_000_000);
  await upload({ name: 'small.txt' });
  const query = { parentId: 'root', sort: 'size', order: 'desc', limit: 1 } as const;
  const first = await listFolder(drive.db, ada.actor, query);
  const second = await listFolder(drive.db, ada.actor, { ...query, cursor: first.nextCursor ?? undefined });
  expect([...first.items, ...second.items].map((item) => item.name)).toEqual(['film.mkv', 'small.txt']);
  expect(await usedBytes()).toEqual({ counted: 3_000_000_003, real: 3_000_000_003 });
});

test('nobody uploads into the folder of somebody else, a file, or the recycle bin', async () => {
  const bob = await buildPerson(drive);
  const folder = await bob.createFolder('his');
  const file = await ada.upload('file.txt');
  for (const parentId of [folder.id, bob.actor.rootId, file.id]) {
    await expect(upload({ parentId })).rejects.toMatchObject({ code: 'not_found' });
  }
});
