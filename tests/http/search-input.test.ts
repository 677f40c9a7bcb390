import { request } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SearchResult } from '@/contracts/search';
import { MODES, type RunningNetdisk } from '../start-netdisk';
import type { ApiClient } from './api-client';
import { provideNetdisk } from './provide-netdisk';

const LONG_QUERY_MS = 5_000;

describe.each(MODES)('%s mode', (mode) => {
  let netdisk: RunningNetdisk;
  let ada: ApiClient;

  provideNetdisk({ mode }, (started, first) => {
    netdisk = started;
    ada = first;
  });
  beforeAll(async () => {
    await ada.upload('report.pdf');
    await ada.upload('report.docx');
    await ada.upload('report.png', '');
  });

  function ask(query: string): Promise<Response> {
    return ada.fetch(`/api/search?q=report&${query}`);
  }

  test('dates beyond what engines know are filters like any other', async () => {
    const all: [query: string, total: number][] = [
      ['from=0000-01-01', 3],
      ['from=0001-01-01T00:00:00%2B14:00', 3],
      ['to=0000-12-31', 0],
      ['to=0001-01-01T00:00:00%2B14:00', 0],
      ['from=9999-12-31T23:59:59-14:00', 0],
      ['to=9999-12-31', 3],
      ['to=9999-12-31T23:59:59.999Z', 3],
      ['to=9999-12-31T23:59:59-14:00', 3],
      ['from=0000-01-01&to=9999-12-31&timeZone=Pacific/Kiritimati', 3],
    ];
    for (const [query, total] of all) await expectTotal(await ask(query), query, total);
    for (const [filter, total] of [
      ['modified:9999', 0],
      ['modified:>9999', 0],
      ['modified:<=9999', 3],
      ['modified:0100..9999-12-31', 3],
      ['before:0100', 0],
    ] as const) {
      const answer = await ada.fetch(`/api/search?${new URLSearchParams({ q: `report ${filter}` })}`);
      await expectTotal(answer, filter, total);
    }
  });

  test('parameters mean what the line means, and empty ones nothing', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    for (const [query, total] of [
      [`from=${today}&to=${tomorrow}`, 3],
      [`to=${today}T00:00:00Z`, 0],
      ['ext=docx,pdf', 2],
      ['type=pdf,image', 2],
      ['type=&ext=&in=&kind=&minSize=&maxSize=&from=&to=', 3],
      ['maxSize=0', 1],
    ] as const) {
      await expectTotal(await ask(query), query, total);
    }
    for (const [field, value] of [
      ['type', 'pdf,nothing'],
      ['ext', ','],
      ['from', 'yesterday'],
      ['maxSize', 'big'],
      ['kind', 'link'],
    ]) {
      const response = await ask(`${field}=${value}`);
      expect([response.status, await response.json()]).toMatchObject([
        422,
        { code: 'invalid_input', errors: [{ path: field, message: expect.any(String) }] },
      ]);
    }
  });

  test('every place of a line narrows what is found, however many there are', async () => {
    let parentId = 'root';
    for (const name of ['one', 'two', 'three', 'four', 'five']) {
      parentId = (await ada.createFolder(name, parentId)).id;
    }
    await ada.upload('deep plan.txt', 'content', { parentId });
    const inside = 'plan in:one in:two in:three in:four in:five';
    for (const [line, total] of [
      [inside, 1],
      [`${inside} in:nowhere`, 0],
      // All of them are right, but the seventeenth is not looked for.
      [
        `${inside} ${Array.from({ length: 12 }, (_, index) => `in:${'/'.repeat(index + 1)}one`).join(' ')}`,
        0,
      ],
    ] as const) {
      await expectTotal(await ada.fetch(`/api/search?${new URLSearchParams({ q: line })}`), line, total);
    }
  });

  test('a query of thousands of words or Chinese characters is answered like any other', async () => {
    const words = Array.from({ length: 20_000 }, (_, index) => `word${index}`).join(' ');
    for (const q of ['年'.repeat(5_000), '年度报告'.repeat(1_250), words, 'report '.repeat(20_000)]) {
      const startedAt = performance.now();
      const response = await ada.fetch(`/api/search?${new URLSearchParams({ q })}`);
      const shown = `${q.slice(0, 20)}…`;
      expect([shown, response.status, await response.json()]).toMatchObject([
        shown,
        200,
        { degraded: false },
      ]);
      expect(performance.now() - startedAt).toBeLessThan(LONG_QUERY_MS);
    }
  });

  test('what is too long even for that is refused, and what comes after is served', async () => {
    const send = (length: number) =>
      Promise.all(
        Array.from({ length: 5 }, () => statusOf(`${netdisk.url}/api/search?q=${'a'.repeat(length)}`)),
      );
    for (const length of [270_000, 1_000_000]) {
      expect([length, await send(length)]).toEqual([length, [431, 431, 431, 431, 431]]);
    }
    // So much is still being sent when it is refused, and a client that does not listen meanwhile sees it cut.
    for (const status of await send(20_000_000)) expect([431, 'ECONNRESET', 'EPIPE']).toContain(status);
    expect((await ada.search('report')).total).toBe(3);
  });
});

async function expectTotal(response: Response, asked: string, total: number): Promise<void> {
  const answer = (await response.json()) as SearchResult;
  expect([asked, response.status, answer]).toMatchObject([asked, 200, { total, degraded: false }]);
}

/** The status of an answer, or what became of the connection instead. */
function statusOf(url: string): Promise<number | string | undefined> {
  return new Promise((resolve) => {
    const asking = request(url, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asking.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    asking.end();
  });
}
