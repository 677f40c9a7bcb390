import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createToken } from '@/server/accounts/create-token';
import { AUTHORISATION, type Known, type Row, type Try } from './authorisation-table';
import { buildAccount } from './build-account';
import { buildKnown } from './build-known';
import { type InstalledServices, installServices } from './routes/installed-services';
import { callRoute, listRoutes, type Method } from './routes/route-files';

let installed: InstalledServices;
let known: Known;
let strangersToken: string;

beforeAll(async () => {
  installed = await installServices();
  const { db } = installed.services;
  const ada = await buildAccount(db, 'Ada');
  known = await buildKnown(installed.services, ada);
  strangersToken = (await createToken(db, await buildAccount(db, 'Bob'), { name: 'test' })).token;
});
afterAll(() => installed.remove());

function send(route: string, attempt: Try, token?: string): Promise<Response> {
  const headers = new Headers();
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (attempt.json !== undefined) headers.set('content-type', 'application/json');
  const body = attempt.json === undefined ? attempt.bytes : JSON.stringify(attempt.json);
  // The table's keys begin with the method; a wrong one would answer no route.
  const method = route.slice(0, route.indexOf(' ')) as Method;
  return callRoute(method, attempt.url, { headers, ...(body === undefined ? {} : { body }) });
}

function triesOf(row: Row): Try[] {
  if (row.access === 'account') return [row.try];
  return row.access === 'owner' || row.access === 'administrator' ? row.tries(known) : [];
}

test('every method of every route file has a row in the table, and no row is without its route', async () => {
  const served = (await listRoutes()).flatMap(({ pattern, methods }) =>
    methods.map((method) => `${method} ${pattern}`),
  );
  expect(served.toSorted()).toEqual(Object.keys(AUTHORISATION).toSorted());
});

const rows = Object.entries(AUTHORISATION).filter(([, row]) =>
  ['account', 'owner', 'administrator'].includes(row.access),
);

describe.each(rows)('%s', (route, row) => {
  test('is refused to nobody in particular, with the right code and without a word of what is there', async () => {
    for (const attempt of triesOf(row)) {
      for (const token of [undefined, 'netdisk_wrong']) {
        const response = await send(route, attempt, token);
        expect(response.status).toBe(401);
        if (!route.startsWith('HEAD')) expect((await response.json()).code).toBe('unauthenticated');
      }
    }
  });
});

describe.each(rows.filter(([, row]) => row.access === 'owner'))('%s', (route, row) => {
  test('tells a stranger who knows the ids that there is nothing', async () => {
    for (const attempt of triesOf(row)) {
      const response = await send(route, attempt, strangersToken);
      if (attempt.answersEach) {
        const { items } = (await response.json()) as { items: { ok: boolean; error?: { code: string } }[] };
        expect(items.map(({ ok, error }) => [ok, error?.code])).toEqual(
          items.map(() => [false, 'not_found']),
        );
        expect(items.length).toBeGreaterThan(0);
      } else {
        expect([attempt.url, response.status]).toEqual([attempt.url, 404]);
        if (!route.startsWith('HEAD')) expect((await response.json()).code).toBe('not_found');
      }
    }
  });

  test('answers the same for what does not exist, and for ids that are none', async () => {
    for (const id of [randomUUID(), 'x', '00000000-0000-0000-0000-00000000000Z']) {
      const nothing = {
        fileId: id,
        folderId: id,
        trashedId: id,
        tokenId: id,
        reportId: id,
        shareBatchNum: id,
      };
      for (const attempt of row.access === 'owner' ? row.tries(nothing) : []) {
        const response = await send(route, attempt, strangersToken);
        if (attempt.answersEach) expect(response.status).toBe(200);
        else expect([attempt.url, response.status]).toEqual([attempt.url, 404]);
      }
    }
  });
});

describe.each(rows.filter(([, row]) => row.access === 'administrator'))('%s', (route, row) => {
  test('is refused to every other account', async () => {
    for (const attempt of triesOf(row)) {
      const response = await send(route, attempt, strangersToken);
      expect([attempt.url, response.status]).toEqual([attempt.url, 403]);
      expect((await response.json()).code).toBe('forbidden');
    }
  });
});

test('after all those tries everything of the owner is as it was', async () => {
  const { db } = installed.services;
  const entries = await db.entry.findMany({
    where: { id: { in: [known.fileId, known.folderId, known.trashedId] } },
    orderBy: { name: 'asc' },
  });
  expect(entries.map(({ name, trashedAt, purgedAt }) => [name, trashedAt !== null, purgedAt])).toEqual([
    ['file.txt', false, null],
    ['folder', false, null],
    ['trashed.txt', true, null],
  ]);
  expect(await db.entry.count({ where: { parentId: known.folderId } })).toBe(1);
  expect(await db.apiToken.count({ where: { id: known.tokenId } })).toBe(1);
  const share = await db.share.findUniqueOrThrow({ where: { shareBatchNum: known.shareBatchNum } });
  expect([share.cancelledAt, share.generation]).toEqual([null, 1]);
  const report = await db.shareReport.findUniqueOrThrow({ where: { id: known.reportId } });
  expect(report.resolvedAt).toBeNull();
});
