import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/server/accounts/actor';
import { createToken } from '@/server/accounts/create-token';
import { changeShare } from '@/server/shares/change-share';
import { createShare } from '@/server/shares/create-share';
import { makeUnlockProof } from '@/server/shares/visit/unlock-proof';
import { AUTHORISATION, type Row } from './authorisation-table';
import { buildAccount } from './build-account';
import { buildEntry } from './build-entry';
import { giveBytes } from './build-known';
import { type InstalledServices, installServices } from './routes/installed-services';
import { callRoute, type Method } from './routes/route-files';

// Each route of the table that visitors may call, times each reason to refuse them. A new route of a share gets a
// row there (tests/authorisation.test.ts fails without) and is thereby tried here.

const SECRET_NAME = 'the-name-nobody-may-see.txt';
const SECRET_CONTENT = 'the bytes nobody may see';
const publicUrl = 'http://127.0.0.1:3000';

let installed: InstalledServices;
let ada: Actor;
let folderId: string;
let fileId: string;
let shareBatchNum: string;
let bobsToken: string;

beforeAll(async () => {
  installed = await installServices();
  const { db } = installed.services;
  bobsToken = (await createToken(db, await buildAccount(db, 'Bob'), { name: 'test' })).token;
});
afterAll(() => installed.remove());

beforeEach(async () => {
  const { db } = installed.services;
  ada = await buildAccount(db, 'Ada');
  folderId = (await buildEntry(db, ada, { name: 'folder', kind: 'folder' })).id;
  fileId = await buildFile(SECRET_NAME, folderId);
  ({ shareBatchNum } = await createShare(
    db,
    ada,
    { entryIds: [folderId], allowDownload: true, ttlSeconds: 3_600 },
    { publicUrl },
  ));
});

/** A file with bytes behind it, so that a route that forgets a check would really give some. */
async function buildFile(name: string, parentId: string): Promise<string> {
  const { id } = await buildEntry(installed.services.db, ada, { name, parentId });
  await giveBytes(installed.services, id, SECRET_CONTENT);
  return id;
}

type ShareRow = Extract<Row, { access: 'share' | 'visiting account' }>;
const routes = Object.entries(AUTHORISATION).filter(
  (pair): pair is [string, ShareRow] => 'namesEntry' in pair[1],
);

function visit([route, row]: [string, ShareRow], cookie?: string, share = shareBatchNum): Promise<Response> {
  // The table's keys begin with the method.
  const method = route.slice(0, route.indexOf(' ')) as Method;
  const headers = new Headers(cookie === undefined ? {} : { cookie });
  if (row.access === 'visiting account') headers.set('authorization', `Bearer ${bobsToken}`);
  const visited = { shareBatchNum: share, entryId: fileId };
  if (!row.json) return callRoute(method, row.url(visited), { headers });
  headers.set('content-type', 'application/json');
  return callRoute(method, row.url(visited), { headers, body: JSON.stringify(row.json(visited)) });
}

async function expectRefusal(route: [string, ShareRow], response: Response, status: number, code: string) {
  const text = await response.text();
  expect([route[0], response.status]).toEqual([route[0], status]);
  if (!route[0].startsWith('HEAD')) expect(JSON.parse(text)).toMatchObject({ code });
  for (const secret of [SECRET_NAME, SECRET_CONTENT, 'Ada']) expect(text).not.toContain(secret);
}

function proof(lock: { shareBatchNum: string; codeVersion: number }, nowMs?: number): string {
  const value = makeUnlockProof(installed.services.config.sessionSecret, lock, nowMs);
  return `netdisk-share-${shareBatchNum}=${value}`;
}

async function lockShare(): Promise<number> {
  await changeShare(installed.services.db, ada, { shareBatchNum, extractionCode: 'Kw7p' }, { publicUrl });
  const share = await installed.services.db.share.findUniqueOrThrow({ where: { shareBatchNum } });
  return share.codeVersion;
}

const SQL: Record<string, () => Promise<unknown>> = {
  expired: () => installed.services.db.$executeRaw`
    UPDATE shares SET end_time = clock_timestamp() WHERE share_batch_num = ${shareBatchNum}`,
  'marked as ended, whatever its end says': () => installed.services.db.$executeRaw`
    UPDATE shares SET share_status = 1 WHERE share_batch_num = ${shareBatchNum}`,
  cancelled: () => installed.services.db.$executeRaw`
    UPDATE shares SET cancelled_at = clock_timestamp() WHERE share_batch_num = ${shareBatchNum}`,
  'of a disabled owner': () => installed.services.db.$executeRaw`
    UPDATE accounts SET disabled_at = clock_timestamp() WHERE id = ${ada.accountId}::uuid`,
};

describe.each(routes)('%s', (route, row) => {
  const target: [string, ShareRow] = [route, row];

  test('serves a share that runs', async () => {
    const response = await visit(target);
    expect(response.ok).toBe(true);
    expect(response.headers.get('cache-control')).toContain('no-store');
    await response.body?.cancel();
  });

  test.each([
    ['expired', 410, 'share_expired'],
    ['marked as ended, whatever its end says', 410, 'share_expired'],
    ['cancelled', 410, 'share_cancelled'],
    ['of a disabled owner', 404, 'not_found'],
  ])('refuses one that is %s, locked or unlocked too', async (what, status, code) => {
    await SQL[what]?.();
    await expectRefusal(target, await visit(target), status, code);
    await installed.services.db.share.update({ where: { shareBatchNum }, data: { extractionCode: 'Kw7p' } });
    await expectRefusal(target, await visit(target), status, code);
    const unlocked = proof({ shareBatchNum, codeVersion: 1 });
    await expectRefusal(target, await visit(target, unlocked), status, code);
  });

  test('refuses one that is locked, to whom nothing, a wrong, an old or another proof was given', async () => {
    const codeVersion = await lockShare();
    const old = Date.now() - 13 * 3_600_000;
    const wrong = [
      undefined,
      `netdisk-share-${shareBatchNum}=Kw7p`,
      proof({ shareBatchNum, codeVersion: codeVersion - 1 }),
      proof({ shareBatchNum: 'another', codeVersion }),
      proof({ shareBatchNum, codeVersion }, old),
    ];
    for (const cookie of wrong) {
      await expectRefusal(target, await visit(target, cookie), 401, 'code_required');
    }
    const response = await visit(target, proof({ shareBatchNum, codeVersion }));
    expect(response.ok).toBe(true);
    await response.body?.cancel();
  });

  test('knows no share that does not exist', async () => {
    for (const unknown of ['AAAAAAAAAAAAAAAAAAAAAA', 'x', '%00', "'--", 'a'.repeat(300)]) {
      await expectRefusal(target, await visit(target, undefined, unknown), 404, 'not_found');
    }
  });
});

describe.each(routes.filter(([, row]) => row.namesEntry))('%s', (route, row) => {
  const target: [string, ShareRow] = [route, row];

  test('refuses what lies outside the share, whoever owns it', async () => {
    const { db } = installed.services;
    const bob = await buildAccount(db, 'Bob');
    const bobs = await buildEntry(db, bob, { name: 'bobs.txt' });
    const outside = await buildFile('outside.txt', ada.rootId);
    for (const id of [outside, ada.rootId, bobs.id, randomUUID(), 'root', 'x', '%00']) {
      fileId = id;
      await expectRefusal(target, await visit(target), 404, 'not_found');
    }
  });

  test('refuses what was moved out, and serves what was moved in, at once', async () => {
    const { db } = installed.services;
    await db.entry.update({ where: { id: fileId }, data: { parentId: ada.rootId } });
    await expectRefusal(target, await visit(target), 404, 'not_found');
    const inner = await buildEntry(db, ada, { name: 'inner', kind: 'folder', parentId: folderId });
    await db.entry.update({ where: { id: fileId }, data: { parentId: inner.id } });
    const response = await visit(target);
    expect(response.ok).toBe(true);
    await response.body?.cancel();
  });

  test('refuses what is in the recycle bin or purged, alone or with a folder above it', async () => {
    const { db } = installed.services;
    await db.entry.update({ where: { id: fileId }, data: { trashedAt: new Date() } });
    await expectRefusal(target, await visit(target), 404, 'not_found');
    await db.entry.update({ where: { id: fileId }, data: { trashedAt: null, purgedAt: new Date() } });
    await expectRefusal(target, await visit(target), 404, 'not_found');
    await db.entry.update({ where: { id: fileId }, data: { purgedAt: null } });
    await db.entry.update({ where: { id: folderId }, data: { trashedAt: new Date() } });
    await expectRefusal(target, await visit(target), 404, 'not_found');
  });
});

test('what needs an account as well is refused without one', async () => {
  const withAccount = routes.filter(([, row]) => row.access === 'visiting account');
  expect(withAccount.length).toBeGreaterThan(0);
  for (const [route, row] of withAccount) {
    const response = await visit([route, { ...row, access: 'share' }]);
    await expectRefusal([route, row], response, 401, 'unauthenticated');
  }
});

test('the door refuses ended, cancelled and unknown shares too, whatever code is given', async () => {
  const unlock = (share: string) =>
    callRoute('POST', `/api/s/${share}/unlock`, {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ extractionCode: 'Kw7p' }),
    });
  await lockShare();
  expect((await unlock(shareBatchNum)).status).toBe(204);
  expect((await unlock('AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
  await SQL.cancelled?.();
  expect((await unlock(shareBatchNum)).status).toBe(410);
});

test('a listing shows nothing of what is trashed, and its folders only below the share', async () => {
  const { db } = installed.services;
  const list = (query = '') => callRoute('GET', `/api/s/${shareBatchNum}/entries${query}`);
  const outside = await buildEntry(db, ada, { name: 'outside', kind: 'folder' });
  expect((await list(`?parentId=${outside.id}`)).status).toBe(404);
  expect((await list(`?parentId=${ada.rootId}`)).status).toBe(404);
  expect((await list('?parentId=root')).status).toBe(404);
  expect(await (await list(`?parentId=${folderId}`)).json()).toMatchObject({
    items: [{ id: fileId, name: SECRET_NAME }],
    path: [{ id: folderId, name: 'folder' }],
    total: 1,
  });
  await db.entry.update({ where: { id: fileId }, data: { trashedAt: new Date() } });
  expect(await (await list(`?parentId=${folderId}`)).json()).toMatchObject({ items: [], total: 0 });
  await db.entry.update({ where: { id: folderId }, data: { trashedAt: new Date() } });
  expect((await list(`?parentId=${folderId}`)).status).toBe(404);
  expect(await (await list()).json()).toMatchObject({ items: [], path: [], total: 0 });
});
