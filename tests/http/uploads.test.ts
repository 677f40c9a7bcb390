import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { RunningNetdisk } from '../start-netdisk';
import { waitUntil } from '../wait-until';
import type { ApiClient } from './api-client';
import { provideNetdisk } from './provide-netdisk';

let netdisk: RunningNetdisk;
let ada: ApiClient;

provideNetdisk({ mode: 'embedded', env: { MAX_FILE_BYTES: String(40 * 1024 * 1024) } }, (started, first) => {
  netdisk = started;
  ada = first;
});

/** Writes a request by hand: fetch would not lie about a length. */
function sendRaw(head: string[], body: Buffer, end: boolean): Promise<string> {
  const { hostname, port } = new URL(netdisk.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write([...head, '', ''].join('\r\n'));
      socket.write(body, () => {
        if (end) socket.destroy();
      });
    });
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
      socket.end();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

function putHead(name: string, declared: number): string[] {
  return [
    `PUT /api/files?parentId=root&name=${name} HTTP/1.1`,
    `Host: ${new URL(netdisk.url).host}`,
    `Authorization: Bearer ${ada.token}`,
    `Content-Length: ${declared}`,
  ];
}

async function stagedFiles(): Promise<string[]> {
  return readdir(path.join(netdisk.dataDir, 'staging'));
}

test('a file comes back byte for byte, with its true length, its hash as ETag, and in ranges', async () => {
  const bytes = Buffer.alloc(30 * 1024 * 1024 + 7, 'netdisk ');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = await ada.upload('big.bin', bytes);
  expect(file).toMatchObject({ size: bytes.length, sha256 });
  const content = `/api/entries/${file.id}/content`;

  const whole = await ada.fetch(content);
  expect(whole.headers.get('content-length')).toBe(String(bytes.length));
  expect(
    createHash('sha256')
      .update(Buffer.from(await whole.arrayBuffer()))
      .digest('hex'),
  ).toBe(sha256);

  const head = await ada.fetch(content, { method: 'HEAD' });
  expect(head.headers.get('content-length')).toBe(String(bytes.length));
  expect(head.headers.get('etag')).toContain(sha256);

  const range = await ada.fetch(content, { headers: { Range: 'bytes=8-15' } });
  expect(range.status).toBe(206);
  expect(range.headers.get('content-range')).toBe(`bytes 8-15/${bytes.length}`);
  expect(range.headers.get('content-length')).toBe('8');
  expect(await range.text()).toBe('netdisk ');

  const beyond = await ada.fetch(content, { headers: { Range: `bytes=${bytes.length}-` } });
  expect(beyond.status).toBe(416);
  expect(beyond.headers.get('content-range')).toBe(`bytes */${bytes.length}`);

  const fresh = await ada.fetch(content, { headers: { 'If-None-Match': head.headers.get('etag') ?? '' } });
  expect(fresh.status).toBe(304);
});

test('a broken-off body stores nothing, lists nothing and leaves no temporary file', async () => {
  await sendRaw(putHead('broken.bin', 5_000_000), Buffer.alloc(1_000_000), true);
  await waitUntil('staging is empty', async () => (await stagedFiles()).length === 0);
  expect((await ada.list()).items.map((item) => item.name)).not.toContain('broken.bin');
  expect((await ada.search('broken')).total).toBe(0);
});

test('a body over the limit is refused before its bytes are read', async () => {
  const answer = await sendRaw(putHead('huge.bin', 41 * 1024 * 1024), Buffer.alloc(10), false);
  expect(answer).toContain(' 413 ');
  expect(answer).toContain('file_too_large');
});

test.each([
  ['an empty name', ''],
  ['a dot', '.'],
  ['two dots', '..'],
  ['a slash', 'a/b.txt'],
  ['a NUL', 'a\u0000b.txt'],
  ['a control character', 'a\u0007b.txt'],
  ['256 bytes', 'x'.repeat(256)],
  ['86 Chinese characters of 3 bytes', '文'.repeat(86)],
])('%s is refused with 422 naming the field', async (_, name) => {
  const upload = await ada.fetch(`/api/files?${new URLSearchParams({ parentId: 'root', name })}`, {
    method: 'PUT',
    body: 'x',
  });
  expect(upload.status).toBe(422);
  expect(await upload.json()).toMatchObject({ code: 'invalid_input', errors: [{ path: 'name' }] });
  const folder = await ada.send('POST', '/api/entries', { kind: 'folder', name });
  expect(folder.status).toBe(422);
});

test('a taken name is refused, renamed or replaced, as asked', async () => {
  const first = await ada.upload('taken.txt', 'one');
  const refused = await ada.fetch('/api/files?parentId=root&name=taken.txt', { method: 'PUT', body: 'two' });
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ code: 'name_taken' });
  expect((await ada.upload('taken.txt', 'two', { onConflict: 'rename' })).name).toBe('taken (1).txt');
  const replaced = await ada.fetch('/api/files?parentId=root&name=taken.txt&onConflict=replace', {
    method: 'PUT',
    body: 'three',
  });
  expect(replaced.status).toBe(200);
  expect(await replaced.json()).toMatchObject({ id: first.id });
  expect(await (await ada.fetch(`/api/entries/${first.id}/content`)).text()).toBe('three');
});

test('errors are problem documents with a request id', async () => {
  const response = await ada.fetch('/api/entries/not-an-id');
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = await response.json();
  expect(problem).toMatchObject({ status: 404, code: 'not_found' });
  expect(problem.requestId).toBe(response.headers.get('x-request-id'));
});
