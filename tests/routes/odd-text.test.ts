import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createToken } from '@/server/accounts/create-token';
import type { Known } from '../authorisation-table';
import { buildAccount } from '../build-account';
import { buildKnown } from '../build-known';
import { type InstalledServices, installServices } from './installed-services';
import { callRoute, type Method } from './route-files';

// No database keeps a NUL or half a character. Whoever sends one is told so, or finds nothing; nothing breaks.

let installed: InstalledServices;
let known: Known;
let token: string;

beforeAll(async () => {
  installed = await installServices();
  const { db } = installed.services;
  const ada = await buildAccount(db, 'Ada');
  await db.account.update({ where: { id: ada.accountId }, data: { role: 'administrator' } });
  known = await buildKnown(installed.services, ada);
  token = (await createToken(db, ada, { name: 'test' })).token;
});
afterAll(() => installed.remove());

function send(method: Method, url: string, json?: unknown): Promise<Response> {
  const headers = new Headers({ authorization: `Bearer ${token}` });
  if (json === undefined) return callRoute(method, url, { headers });
  headers.set('content-type', 'application/json');
  return callRoute(method, url, { headers, body: JSON.stringify(json) });
}

const ODD = ['ab\u0000cd', 'ab\ud800cd', 'abcd\udc00', 'ab\u0007cd'];

describe.each(ODD)('the text %j', (odd) => {
  test('is refused where it would be kept, naming the field', async () => {
    const { fileId, shareBatchNum } = known;
    const kept: [method: Method, url: string, json: Record<string, unknown>, field: string][] = [
      ['POST', `/api/s/${shareBatchNum}/report`, { reason: 'other', text: odd }, 'text'],
      ['POST', '/api/accounts', { email: 'x@example.org', password: 'long enough', name: odd }, 'name'],
      ['POST', '/api/accounts', { email: `${odd}@example.org`, password: 'long enough', name: 'x' }, 'email'],
      ['POST', '/api/tokens', { name: odd }, 'name'],
      ['POST', '/api/shares', { entryIds: [fileId], message: odd }, 'message'],
      ['POST', '/api/shares', { entryIds: [fileId], extractionCode: odd }, 'extractionCode'],
      ['PATCH', `/api/shares/${shareBatchNum}`, { message: odd }, 'message'],
      ['PATCH', `/api/shares/${shareBatchNum}`, { extractionCode: odd }, 'extractionCode'],
      ['POST', '/api/entries', { kind: 'folder', name: odd }, 'name'],
      ['PATCH', `/api/entries/${fileId}`, { name: odd }, 'name'],
    ];
    for (const [method, url, json, field] of kept) {
      const response = await send(method, url, json);
      expect([method, url, json, response.status, await response.json()]).toMatchObject([
        method,
        url,
        json,
        422,
        { code: 'invalid_input', errors: [{ path: field }] },
      ]);
    }
  });

  test('breaks nothing where it is only looked for', async () => {
    const { fileId, shareBatchNum } = known;
    const address = encodeURIComponent(odd.replaceAll(/\p{Cs}/gu, '\ufffd'));
    const cursor = Buffer.from(JSON.stringify({ name: odd, sort: 'name' })).toString('base64url');
    const asked: [method: Method, url: string, json?: unknown][] = [
      ['POST', `/api/s/${shareBatchNum}/unlock`, { extractionCode: odd }],
      ['POST', `/api/s/${shareBatchNum}/save`, { parentId: odd, entryIds: [odd] }],
      ['POST', '/api/shares', { entryIds: [odd] }],
      ['POST', '/api/shares/batch', { op: 'cancel', shareBatchNums: [odd] }],
      ['POST', '/api/entries', { kind: 'folder', name: 'x', parentId: odd }],
      ['PATCH', `/api/entries/${fileId}`, { parentId: odd }],
      ['POST', '/api/entries/batch', { op: 'move', ids: [odd], parentId: odd }],
      ['POST', '/api/me/password', { currentPassword: odd, newPassword: `${odd} long enough` }],
      ['PUT', `/api/files?parentId=${address}&name=${address}`],
      ['GET', `/api/entries?parentId=${address}`],
      ['GET', `/api/entries?cursor=${cursor}`],
      ['GET', `/api/recycle-bin?cursor=${cursor}`],
      ['GET', `/api/shares?q=${address}`],
      ['GET', `/api/shares?cursor=${cursor}`],
      ['GET', `/api/shares/${shareBatchNum}/activity?cursor=${cursor}`],
      ['GET', `/api/entries/zip?ids=${address}`],
      ['GET', `/api/entries/${address}/content`],
      ['GET', `/api/s/${address}`],
      ['GET', `/api/s/${address}/zip`],
      ['GET', `/api/s/${shareBatchNum}/zip?ids=${address}`],
      ['GET', `/api/s/${shareBatchNum}/entries?parentId=${address}`],
      ['GET', `/api/s/${shareBatchNum}/entries/${address}/content`],
      ...['q', 'type', 'ext', 'in', 'from', 'timeZone', 'cursor'].flatMap((field) => [
        ['GET', `/api/search?${field}=${address}`] as [Method, string],
        ['GET', `/api/s/${shareBatchNum}/search?${field}=${address}`] as [Method, string],
      ]),
      ['PATCH', `/api/reports/${address}`, { resolution: 'dismissed' }],
      ['DELETE', `/api/tokens/${address}`],
      ['DELETE', `/api/shares/${address}`],
    ];
    for (const [method, url, json] of asked) {
      const response = await send(method, url, json);
      await response.body?.cancel();
      expect([method, url, response.status, response.status < 500]).toEqual([
        method,
        url,
        response.status,
        true,
      ]);
    }
  });
});

test('a report keeps its lines and the gaps in them', async () => {
  const text = '  one\r\n\ttwo\rthree 😀 ';
  const response = await send('POST', `/api/s/${known.shareBatchNum}/report`, { reason: 'other', text });
  expect(response.status).toBe(204);
  const report = await installed.services.db.shareReport.findFirstOrThrow({ where: { reason: 'other' } });
  expect(report.text).toBe('one\n\ttwo\nthree 😀');
});
