import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Entry } from '@/contracts/entries';
import { type ApiClient, registerClient } from '@/tests/http/api-client';
import { startNetdisk } from '@/tests/start-netdisk';
import { report, timed } from './report';

const MIB = 1024 * 1024;
const SIZE_MIB = 1024;
const CHUNK = Buffer.alloc(MIB, 'The quick brown fox jumps over the lazy dog. ');

/** 1 GiB up and down through HTTP, beside bare Node streams to and from the same disk. */
export async function benchTransfer(): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'netdisk-bench-'));
  const netdisk = await startNetdisk({ mode: 'embedded' });
  try {
    const client = await registerClient(netdisk.url);
    const file = path.join(folder, 'raw.bin');
    const rawWrite = megabytesPerSecond(await timed(() => writeRaw(file)));
    const rawRead = megabytesPerSecond(await timed(() => pipeline(createReadStream(file), discard())));

    let entryId = '';
    const upload = await timed(async () => {
      entryId = await uploadChunks(client);
    });
    const download = await timed(async () => {
      const response = await client.fetch(`/api/entries/${entryId}/content`);
      for await (const _ of response.body ?? []);
    });
    const conditions = `${SIZE_MIB} MiB, one connection, loopback, fsynced`;
    report({
      bench: 'transfer',
      metric: 'upload',
      unit: 'MB/s',
      value: megabytesPerSecond(upload),
      raw: { what: 'Node write stream + fsync', value: rawWrite },
      conditions,
    });
    report({
      bench: 'transfer',
      metric: 'download',
      unit: 'MB/s',
      value: megabytesPerSecond(download),
      raw: { what: 'Node read stream', value: rawRead },
      conditions,
    });
  } finally {
    await netdisk.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** By `http.request` and with a length, as browsers and curl send a file. */
async function uploadChunks(client: ApiClient): Promise<string> {
  const sending = request(`${client.url}/api/files?parentId=root&name=one-gibibyte.bin`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${client.token}`, 'Content-Length': SIZE_MIB * MIB },
  });
  const answered = once(sending, 'response');
  await pipeline(Readable.from(chunks()), sending);
  const [response]: IncomingMessage[] = await answered;
  if (!response) throw new Error('The upload was not answered.');
  const entry: Entry = JSON.parse(await text(response));
  return entry.id;
}

function* chunks(): Generator<Buffer> {
  for (let count = 0; count < SIZE_MIB; count += 1) yield CHUNK;
}

async function writeRaw(file: string): Promise<void> {
  await pipeline(Readable.from(chunks()), createWriteStream(file));
  const handle = await open(file);
  await handle.sync();
  await handle.close();
}

function discard(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

function megabytesPerSecond(ms: number): number {
  return (SIZE_MIB * MIB) / 1e6 / (ms / 1000);
}
