import { once } from 'node:events';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Entry } from '@/contracts/entries';
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

interface Answer {
  status: number | undefined;
  body: unknown;
}

const MIB = Buffer.alloc(1024 * 1024, 'netdisk ');

/**
 * Sends a body to its last byte before it looks at the answer, as browsers do.
 * @param declared without it the body goes in chunks, and its length is not known before its end.
 */
function put(
  query: string,
  mib: number,
  options: { declared?: boolean; agent?: Agent } = {},
): Promise<Answer> {
  const { declared = true, agent } = options;
  return new Promise((resolve, reject) => {
    const sending = request(`${netdisk.url}/api/files?parentId=root&${query}`, {
      method: 'PUT',
      agent,
      headers: {
        Authorization: `Bearer ${ada.token}`,
        ...(declared ? { 'Content-Length': mib * MIB.length } : { 'Transfer-Encoding': 'chunked' }),
      },
    });
    sending.on('error', reject);
    const answered = new Promise<Answer>((answer) => {
      sending.on('response', async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        answer({ status: response.statusCode, body: JSON.parse(Buffer.concat(chunks).toString()) });
      });
    });
    const write = (left: number): void => {
      if (left === 0) sending.end(() => resolve(answered));
      else sending.write(MIB, () => write(left - 1));
    };
    write(mib);
  });
}

test('a body of unknown length is received whole', async () => {
  const { status, body } = await put('name=chunked.bin', 20, { declared: false });
  expect(status).toBe(201);
  expect(body).toMatchObject({ name: 'chunked.bin', size: 20 * MIB.length });
});

test.each([
  ['a taken name', 'name=taken.bin', true, 409, 'name_taken', 30],
  ['a wrong name', 'name=..', true, 422, 'invalid_input', 30],
  ['a wrong query', 'name=a&onConflict=nonsense', true, 422, 'invalid_input', 30],
  ['too many bytes, declared', 'name=large.bin', true, 413, 'file_too_large', 45],
  ['too many bytes, undeclared', 'name=large.bin', false, 413, 'file_too_large', 45],
])('%s is answered to a client that sends all first, and its connection goes on', async (...row) => {
  const [, query, declared, status, code, mib] = row;
  await ada.upload('taken.bin', 'x', { onConflict: 'replace' });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    expect(await put(query, mib, { declared, agent })).toMatchObject({ status, body: { code } });
    expect((await put('name=after.bin&onConflict=rename', 1, { agent })).status).toBe(201);
  } finally {
    agent.destroy();
  }
  expect((await ada.list()).items.map((item) => item.name)).not.toContain('large.bin');
});

test('downloads that clients leave half-way or never read keep no file open', async () => {
  const file = await ada.upload('left.bin', Buffer.alloc(30 * MIB.length));
  await Promise.all(Array.from({ length: 60 }, (_, index) => leave(file, index)));
  await waitUntil('every blob is closed', async () => (await openBlobs()) === 0);
});

async function leave(file: Entry, index: number): Promise<void> {
  const stop = new AbortController();
  const method = index % 3 === 0 ? 'HEAD' : 'GET';
  const response = await ada.fetch(`/api/entries/${file.id}/content`, { method, signal: stop.signal });
  expect(response.headers.get('content-length')).toBe(String(file.size));
  if (index % 3 === 1) await response.body?.getReader().read();
  stop.abort();
}

/** How many files of DATA_DIR/blobs the web process has open. */
async function openBlobs(): Promise<number> {
  const pids = JSON.parse(await readFile(path.join(netdisk.dataDir, 'processes.json'), 'utf8'));
  const folder = `/proc/${pids.web}/fd`;
  const targets = await Promise.allSettled((await readdir(folder)).map((fd) => readlink(`${folder}/${fd}`)));
  const blobs = path.join(netdisk.dataDir, 'blobs');
  return targets.filter((target) => target.status === 'fulfilled' && target.value.startsWith(blobs)).length;
}

test('a small answer is one piece, its headers with it', async () => {
  const { hostname, port } = new URL(netdisk.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    ['GET /api/me HTTP/1.1', 'Host: netdisk', `Authorization: Bearer ${ada.token}`, '', ''].join('\r\n'),
  );
  const [piece] = await once(socket, 'data');
  socket.destroy();
  expect(String(piece)).toMatch(/^HTTP\/1\.1 200 .*\r\n0\r\n\r\n$/s);
});
