import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Share } from '@/contracts/shares';
import type { Actor } from '@/server/accounts/actor';
import { createToken } from '@/server/accounts/create-token';
import { createShare } from '@/server/shares/create-share';
import { buildAccount } from '../build-account';
import { buildEntry } from '../build-entry';
import { giveBytes } from '../build-known';
import { type InstalledServices, installServices } from './installed-services';
import { callRoute } from './route-files';

// Next.js answers a HEAD that nobody wrote with the GET: what that one counts and keeps must not happen then.

let installed: InstalledServices;
let ada: Actor;
let token: string;
let fileId: string;
let share: Share;

beforeAll(async () => {
  installed = await installServices();
});
afterAll(() => installed.remove());
beforeEach(async () => {
  const { db } = installed.services;
  ada = await buildAccount(db, 'Ada');
  token = (await createToken(db, ada, { name: 'test' })).token;
  fileId = (await buildEntry(db, ada, { name: 'file.txt' })).id;
  await giveBytes(installed.services, fileId, 'the bytes of the file');
  share = await createShare(
    db,
    ada,
    { entryIds: [fileId], allowDownload: true, downloadLimit: 1 },
    { publicUrl: 'http://127.0.0.1:3000' },
  );
});

async function counted() {
  const { db } = installed.services;
  const { views, downloads } = await db.share.findUniqueOrThrow({
    where: { shareBatchNum: share.shareBatchNum },
  });
  return { views, downloads };
}

function ask(method: 'GET' | 'HEAD', url: string): Promise<Response> {
  return callRoute(method, url, { headers: { authorization: `Bearer ${token}` } });
}

test('HEAD of an archive gives the headers of the GET, no body, and takes none of the downloads', async () => {
  const { shareBatchNum } = share;
  for (const url of [`/api/s/${shareBatchNum}/zip`, `/api/entries/zip?ids=${fileId}`]) {
    const head = await ask('HEAD', url);
    expect([head.status, head.body]).toEqual([200, null]);
    const whole = await ask('GET', url);
    const { 'x-request-id': first, ...headers } = Object.fromEntries(head.headers);
    const { 'x-request-id': second, ...expected } = Object.fromEntries(whole.headers);
    expect(headers).toEqual(expected);
    expect((await whole.arrayBuffer()).byteLength).toBe(Number(headers['x-content-length']));
  }
  expect(await counted()).toEqual({ views: 0, downloads: 1 });
  expect((await ask('HEAD', `/api/s/${shareBatchNum}/zip`)).status).toBe(403);
});

test('HEAD of a share is no view, and is refused where the GET is', async () => {
  const head = await ask('HEAD', `/api/s/${share.shareBatchNum}`);
  expect([head.status, head.headers.get('content-type'), head.body]).toEqual([200, 'application/json', null]);
  expect(await counted()).toEqual({ views: 0, downloads: 0 });
  expect((await ask('GET', `/api/s/${share.shareBatchNum}`)).status).toBe(200);
  expect(await counted()).toEqual({ views: 1, downloads: 0 });
  await installed.services.db.share.updateMany({ data: { cancelledAt: new Date() } });
  expect((await ask('HEAD', `/api/s/${share.shareBatchNum}`)).status).toBe(410);
});

test('HEAD of the live events listens to nothing', async () => {
  const subscribe = vi.spyOn(installed.services.live, 'subscribe');
  const timers = vi.spyOn(globalThis, 'setInterval');
  try {
    const head = await ask('HEAD', '/api/events');
    expect([head.status, head.headers.get('content-type'), head.body]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      null,
    ]);
    expect(subscribe).not.toHaveBeenCalled();
    expect(timers).not.toHaveBeenCalled();
    expect((await callRoute('HEAD', '/api/events')).status).toBe(401);
  } finally {
    vi.restoreAllMocks();
  }
});
