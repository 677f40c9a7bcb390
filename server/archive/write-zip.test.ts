import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { type Entry, fromBufferPromise } from 'yauzl';
import { writeZip, type ZipSource, zipLength } from './write-zip';

const modifiedAt = new Date('2026-11-23T10:20:30Z');

function file(path: string, content: string | Buffer): ZipSource {
  const bytes = Buffer.from(content);
  return { path, modifiedAt, sizeBytes: bytes.length, open: async () => Readable.from([bytes]) };
}

function folder(path: string): ZipSource {
  return { path, modifiedAt, sizeBytes: 0, open: () => Promise.reject(new Error('a folder is not opened')) };
}

/** The archive as another program reads it: the text of each file, '/' for folders. */
async function unzip(archive: Buffer): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(archive, { lazyEntries: true });
  const found: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) found[entry.fileName] = await contentOf(zip, entry);
  return found;
}

async function contentOf(zip: Awaited<ReturnType<typeof fromBufferPromise>>, entry: Entry): Promise<string> {
  expect(entry.getLastModDate()).toEqual(modifiedAt);
  if (entry.fileName.endsWith('/')) return '/';
  return text(await zip.openReadStreamPromise(entry));
}

test('another program finds every file and folder under its name, and the length is as foretold', async () => {
  const sources = [
    folder('年度报告/'),
    file('年度报告/预算 🎉.txt', '一二三'),
    folder('年度报告/empty/'),
    file('empty.txt', ''),
    file('large.bin', Buffer.alloc(700_000, 7)),
  ];
  const archive = await buffer(writeZip(sources));
  expect(archive.length).toBe(zipLength(sources));
  const found = await unzip(archive);
  expect(found).toMatchObject({
    '年度报告/': '/',
    '年度报告/预算 🎉.txt': '一二三',
    '年度报告/empty/': '/',
    'empty.txt': '',
  });
  expect(found['large.bin']?.length).toBe(700_000);
});

test('the sums are those of the bytes', async () => {
  const archive = await buffer(writeZip([file('check.txt', '123456789')]));
  const zip = await fromBufferPromise(archive, { lazyEntries: true });
  // The check value of CRC-32 that every description of it gives.
  for await (const entry of zip.eachEntry()) expect(entry.crc32).toBe(0xcbf43926);
});

test('nothing is an archive too', async () => {
  const archive = await buffer(writeZip([]));
  expect(archive.length).toBe(zipLength([]));
  expect(await unzip(archive)).toEqual({});
});

test('more members than 16 bits count are all there', async () => {
  const sources = Array.from({ length: 70_000 }, (_, number) => folder(`${number}/`));
  const archive = await buffer(writeZip(sources));
  expect(archive.length).toBe(zipLength(sources));
  expect(Object.keys(await unzip(archive))).toHaveLength(70_000);
});

test('a file beyond 4 GiB, and what comes after it, are counted to the byte', async () => {
  const piece = Buffer.alloc(16 * 1024 * 1024);
  const sizeBytes = 2 ** 32 + 5;
  function* zeros(): Generator<Buffer> {
    for (let left = sizeBytes; left > 0; left -= piece.length)
      yield piece.subarray(0, Math.min(left, piece.length));
  }
  const large = { path: 'large.bin', modifiedAt, sizeBytes, open: async () => Readable.from(zeros()) };
  const sources = [large, file('after.txt', 'found')];
  let bytes = 0;
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of writeZip(sources)) {
    bytes += chunk.byteLength;
    tail = Buffer.concat([tail, chunk.subarray(-400)]).subarray(-400);
  }
  expect(bytes).toBe(zipLength(sources));
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 6, 6]));
  expect(tail.readBigUInt64LE(end + 32)).toBe(2n);
  expect(tail.readBigUInt64LE(end + 48)).toBeGreaterThan(2n ** 32n);
}, 120_000);

test.each([
  ['shorter', 'abc'],
  ['longer', 'abcdefg'],
])('a file that is %s than was said ends the archive with an error', async (_, content) => {
  const source = { ...file('a.txt', content), sizeBytes: 5 };
  await expect(buffer(writeZip([source]))).rejects.toThrow('another length');
});

test('a file that cannot be opened, or not be read to its end, ends the archive with its error', async () => {
  const gone = { ...file('a.txt', 'abc'), open: () => Promise.reject(new Error('no such file')) };
  await expect(buffer(writeZip([file('b.txt', 'b'), gone]))).rejects.toThrow('no such file');
  function* broken(): Generator<Buffer> {
    yield Buffer.from('a');
    throw new Error('the disk broke');
  }
  const breaking = { ...file('a.txt', 'abc'), open: async () => Readable.from(broken()) };
  await expect(buffer(writeZip([breaking]))).rejects.toThrow('the disk broke');
});

test('the file that is open is closed when the reader goes away', async () => {
  const stream = Readable.from([Buffer.from('abc'), Buffer.from('def')]);
  const zip = writeZip([{ path: 'a.txt', modifiedAt, sizeBytes: 6, open: async () => stream }]);
  await zip.next();
  await zip.next();
  await zip.return(undefined);
  expect(stream.destroyed).toBe(true);
});
