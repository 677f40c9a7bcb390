import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import type { ShareList } from '@/contracts/shares';
import { MODES, type RunningNetdisk } from '../start-netdisk';
import { ApiClient } from './api-client';
import { provideNetdisk } from './provide-netdisk';

const MIB = 1024 ** 2;

describe.each(MODES)('%s mode', (mode) => {
  let netdisk: RunningNetdisk;
  let ada: ApiClient;
  let visitor: ApiClient;

  provideNetdisk({ mode }, (started, first) => {
    netdisk = started;
    ada = first;
    visitor = new ApiClient(netdisk.url);
  });

  test('of 1,000 wrong codes from eight addresses no more than 20 are looked at', async () => {
    const file = await ada.upload('guarded.txt');
    const share = await ada.share({ entryIds: [file.id], extractionCode: 'zebra' });
    const codes = Array.from({ length: 1_000 }, (_, index) => `wrong${index}`);
    const answers: string[] = [];
    const guess = async (address: string) => {
      for (let code = codes.pop(); code; code = codes.pop()) {
        const response = await visitor.fetch(`/api/s/${share.shareBatchNum}/unlock`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': address },
          body: JSON.stringify({ extractionCode: code }),
        });
        if (response.status === 429) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
        answers.push((await response.json()).code);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, index) => guess(`203.0.113.${index + 1}`)));
    expect(answers).toHaveLength(1_000);
    expect(new Set(answers)).toEqual(new Set(['code_wrong', 'rate_limited']));
    expect(answers.filter((code) => code === 'code_wrong').length).toBeLessThanOrEqual(20);
  });

  test('a link preview says the same of every share, and nothing of what is behind it', async () => {
    const file = await ada.upload('secret plan.txt');
    const open = await ada.share({ entryIds: [file.id] });
    const locked = await ada.share({ entryIds: [file.id], extractionCode: 'zebra' });
    const { name } = await ada.json<{ name: string }>('GET', '/api/me');
    const previews: string[] = [];
    for (const number of [open.shareBatchNum, locked.shareBatchNum, 'AAAAAAAAAAAAAAAAAAAAAA']) {
      const response = await visitor.fetch(`/s/${number}`, {
        headers: { 'User-Agent': 'Slackbot-LinkExpanding 1.0' },
      });
      const html = await response.text();
      for (const secret of ['secret plan', name, file.id]) expect(html).not.toContain(secret);
      expect(html).toContain('<meta name="robots" content="noindex');
      previews.push(
        [...html.matchAll(/<(?:title>[^<]*|meta (?:name|property)="(?:og:|description)[^>]*)/g)].join(),
      );
    }
    expect(previews[0]).toContain('og:title');
    expect(new Set(previews).size).toBe(1);
  });

  test('an archive has the length that was announced, and a connection that is cut leaves it cut', async () => {
    const folder = await ada.createFolder('archived');
    await ada.upload('年度预算.txt', 'x'.repeat(3_000_000), { parentId: folder.id });
    await ada.upload('second.bin', 'y'.repeat(3_000_000), { parentId: folder.id });
    const share = await ada.share({ entryIds: [folder.id] });
    const path = `/api/s/${share.shareBatchNum}/zip`;

    const whole = await visitor.fetch(path);
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(whole.headers.get('content-length')).toBe(String(bytes.length));
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    const names: string[] = [];
    for await (const entry of zip.eachEntry()) names.push(entry.fileName);
    expect(names.sort()).toEqual(['archived/', 'archived/second.bin', 'archived/年度预算.txt']);

    const received = await readUntil(`${netdisk.url}${path}`, 100_000);
    expect(received).toBeLessThan(bytes.length);
    // What was cut off holds nothing up.
    expect((await visitor.fetch(path)).headers.get('content-length')).toBe(String(bytes.length));
  });

  test('asking for headers alone takes none of the downloads, and is no view', async () => {
    const file = await ada.upload('asked about.txt');
    const { shareBatchNum } = await ada.share({ entryIds: [file.id], downloadLimit: 1 });
    const page = await visitor.fetch(`/api/s/${shareBatchNum}`, { method: 'HEAD' });
    expect(page.status).toBe(200);
    const head = await visitor.fetch(`/api/s/${shareBatchNum}/zip`, { method: 'HEAD' });
    expect(head.status).toBe(200);
    const whole = await visitor.fetch(`/api/s/${shareBatchNum}/zip`);
    expect(whole.status).toBe(200);
    expect(head.headers.get('content-length')).toBe(String((await whole.arrayBuffer()).byteLength));
    const { items } = await ada.json<ShareList>('GET', '/api/shares');
    const share = items.find((item) => item.shareBatchNum === shareBatchNum);
    expect(share).toMatchObject({ views: 0, downloads: 1 });
  });

  test('a form or JSON that never ends is refused while it is still being sent', async () => {
    for (const [path, type] of [
      ['/api/auth/callback/credentials', 'application/x-www-form-urlencoded'],
      ['/api/accounts', 'application/json'],
    ] as const) {
      const { status, sentBytes } = await sendUntilAnswered(netdisk.url + path, type);
      expect([path, status]).toEqual([path, 422]);
      expect(sentBytes).toBeLessThan(64 * MIB);
    }
  });
});

/** Sends a body that is no end of letters, until the answer is there. */
function sendUntilAnswered(url: string, type: string): Promise<{ status?: number; sentBytes: number }> {
  return new Promise((resolve, reject) => {
    let sentBytes = 0;
    const sending = request(url, { method: 'POST', headers: { 'Content-Type': type } }, (response) => {
      clearInterval(more);
      resolve({ status: response.statusCode, sentBytes });
      sending.destroy();
    });
    const more = setInterval(() => {
      if (sending.writableNeedDrain) return;
      sending.write(Buffer.alloc(MIB, 'a'));
      sentBytes += MIB;
    }, 10);
    sending.on('error', (error) => {
      clearInterval(more);
      reject(error);
    });
  });
}

/** Reads so many bytes, then cuts the connection. */
function readUntil(url: string, bytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request(url, (response) => {
      let received = 0;
      response.on('data', (chunk: Buffer) => {
        received += chunk.length;
        if (received >= bytes) asking.destroy();
      });
      response.on('close', () => resolve(received));
    });
    asking.on('error', reject);
    asking.end();
  });
}
