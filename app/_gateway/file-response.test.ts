import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileContent } from '@/server/drive/open-content';
import { createDiskBlobStore } from '@/server/storage/disk-blob-store';
import { bytesOf } from '@/tests/test-drive';
import { fileResponse } from './file-response';

const TEXT = 'netdisk '.repeat(100_000);
const SHA256 = createHash('sha256').update(TEXT).digest('hex');
const ETAG = `"${SHA256}"`;

let dataDir: string;
let content: FileContent;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'netdisk-response-'));
  const blobs = createDiskBlobStore({ dataDir });
  await blobs.place(await blobs.stage(bytesOf(TEXT), { maxBytes: 1e7 }));
  content = {
    name: '报告.txt',
    mimeType: 'text/plain',
    sizeBytes: TEXT.length,
    sha256: SHA256,
    modifiedAt: new Date('2026-11-23T10:00:00.500Z'),
    open: (range) => blobs.open(SHA256, range),
  };
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

function answer(
  headers: Record<string, string> = {},
  options: {
    method?: string;
    download?: boolean;
    cacheControl?: string;
    content?: Partial<FileContent>;
  } = {},
): Promise<Response> {
  const { method = 'GET', download = false, cacheControl } = options;
  const request = new Request('http://127.0.0.1/content', { method, headers });
  return fileResponse(request, { ...content, ...options.content }, { download, cacheControl });
}

async function openFiles(): Promise<number> {
  return (await readdir('/dev/fd')).length;
}

test('the whole file is answered with its length, hash, time and type, and nothing of it runs in a browser', async () => {
  const response = await answer();
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toEqual({
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache, no-transform',
    'content-disposition': `inline; filename="__.txt"; filename*=UTF-8''%E6%8A%A5%E5%91%8A.txt`,
    'content-security-policy': "sandbox; default-src 'none'",
    'content-type': 'text/plain; charset=utf-8',
    'cross-origin-resource-policy': 'same-origin',
    etag: ETAG,
    'last-modified': 'Mon, 23 Nov 2026 10:00:00 GMT',
    'x-content-length': '800000',
    'x-content-type-options': 'nosniff',
  });
  expect(await response.text()).toBe(TEXT);
});

test('HEAD gives the same headers, no body, and opens no file', async () => {
  const before = await openFiles();
  const response = await answer({ Range: 'bytes=0-7' }, { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(response.headers.get('x-content-length')).toBe('800000');
  expect(response.body).toBeNull();
  expect(await openFiles()).toBe(before);
});

test.each([
  ['bytes=8-15', 8, 15],
  ['bytes=0-0', 0, 0],
  ['bytes=799999-', 799_999, 799_999],
  ['bytes=100-99999999999999999999', 100, 799_999],
  ['bytes=-8', 799_992, 799_999],
  ['bytes=-9000000', 0, 799_999],
  ['BYTES=0-1', 0, 1],
])('%s is answered with that range', async (range, start, end) => {
  const response = await answer({ Range: range });
  expect(response.status).toBe(206);
  expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/800000`);
  expect(response.headers.get('x-content-length')).toBe(String(end - start + 1));
  expect(await response.text()).toBe(TEXT.slice(start, end + 1));
});

test.each(['bytes=800000-', 'bytes=800000-800001', 'bytes=-0', 'bytes=99999999999999999999-'])(
  '%s is not satisfiable, and the size is told',
  async (range) => {
    await expect(answer({ Range: range })).rejects.toThrow(
      expect.objectContaining({ code: 'range_not_satisfiable', sizeBytes: 800_000 }),
    );
  },
);

test.each([
  'bytes=0-1,4-5',
  `bytes=${'0-,'.repeat(1_000)}0-`,
  'bytes=5-4',
  'bytes=-',
  'bytes=a-b',
  'pages=1-2',
  '',
])('%j is answered with the whole file', async (range) => {
  expect((await answer({ Range: range })).status).toBe(200);
});

test('an empty file is whole for its last bytes, and has no first', async () => {
  const empty = { content: { sizeBytes: 0 } };
  expect((await answer({ Range: 'bytes=-5' }, empty)).status).toBe(200);
  await expect(answer({ Range: 'bytes=0-' }, empty)).rejects.toThrow(
    expect.objectContaining({ sizeBytes: 0 }),
  );
});

test.each([ETAG, `W/${ETAG}`, `"other", ${ETAG}`, '*'])(
  'If-None-Match %s is answered with 304',
  async (tag) => {
    const response = await answer({ 'If-None-Match': tag, Range: 'bytes=900000-' });
    expect(response.status).toBe(304);
    expect(response.headers.get('etag')).toBe(ETAG);
    expect(response.body).toBeNull();
  },
);

test('other conditions are kept as well', async () => {
  expect((await answer({ 'If-None-Match': '"other"' })).status).toBe(200);
  expect((await answer({ 'If-Match': ETAG })).status).toBe(200);
  await expect(answer({ 'If-Match': '"other"' })).rejects.toThrow(
    expect.objectContaining({ code: 'precondition_failed' }),
  );
});

test.each([
  [ETAG, 206],
  ['"other"', 200],
  [`W/${ETAG}`, 200],
  ['Mon, 23 Nov 2026 10:00:00 GMT', 200],
])('a range with If-Range %s is answered with %i', async (tag, status) => {
  expect((await answer({ Range: 'bytes=0-1', 'If-Range': tag })).status).toBe(status);
});

describe('what a browser would run', () => {
  test.each([
    'text/html',
    'image/svg+xml',
    'application/xml',
    'text/xml',
    'application/xhtml+xml',
    'text/javascript',
    'application/javascript',
    'application/octet-stream',
    '',
  ])('%s is saved, never shown', async (mimeType) => {
    const disposition = (await answer({}, { content: { mimeType } })).headers.get('content-disposition');
    expect(disposition).toMatch(/^attachment;/);
  });

  test.each(['image/png', 'video/mp4', 'audio/mpeg', 'application/pdf', 'text/plain', 'text/markdown'])(
    '%s is shown, unless saving is asked for',
    async (mimeType) => {
      const disposition = async (download: boolean) =>
        (await answer({}, { download, content: { mimeType } })).headers.get('content-disposition');
      expect(await disposition(false)).toMatch(/^inline;/);
      expect(await disposition(true)).toMatch(/^attachment;/);
    },
  );
});

test.each([
  ['a"b\\c%.txt', 'a_b_c_.txt', 'a%22b%5Cc%25.txt'],
  ["it's (1)*.txt", "it's (1)*.txt", 'it%27s%20%281%29%2A.txt'],
  ['a\r\nSet-Cookie: x=1\u0000.txt', 'a__Set-Cookie: x=1_.txt', 'a%0D%0ASet-Cookie%3A%20x%3D1%00.txt'],
  ['half \ud83d.txt', 'half _.txt', 'half%20%EF%BF%BD.txt'],
  ['😀.txt', '_.txt', '%F0%9F%98%80.txt'],
])('the name %j makes a valid header', async (name, ascii, encoded) => {
  const disposition = (await answer({}, { download: true, content: { name } })).headers.get(
    'content-disposition',
  );
  expect(disposition).toBe(`attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`);
});

test('a share says that nothing is to be kept', async () => {
  const response = await answer({}, { cacheControl: 'private, no-store' });
  expect(response.headers.get('cache-control')).toBe('private, no-store');
});

test('no file stays open when clients go away before the first byte, half-way, or never', async () => {
  const before = await openFiles();
  for (let round = 0; round < 100; round += 1) {
    const { body } = await answer();
    if (round % 3 === 0) await body?.cancel();
    if (round % 3 === 1) {
      const reader = body?.getReader();
      await reader?.read();
      await reader?.cancel();
    }
    if (round % 3 === 2) {
      const reader = body?.getReader();
      const reading = reader?.read();
      await reader?.cancel();
      await reading;
    }
  }
  await expect.poll(openFiles).toBeLessThanOrEqual(before);
});
