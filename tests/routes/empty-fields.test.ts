import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken } from '@/server/accounts/create-token';
import type { Known } from '../authorisation-table';
import { buildAccount } from '../build-account';
import { buildKnown } from '../build-known';
import { type InstalledServices, installServices } from './installed-services';
import { callRoute } from './route-files';

let installed: InstalledServices;
let known: Known;
let token: string;

beforeAll(async () => {
  installed = await installServices();
  const ada = await buildAccount(installed.services.db, 'Ada');
  known = await buildKnown(installed.services, ada);
  token = (await createToken(installed.services.db, ada, { name: 'test' })).token;
});
afterAll(() => installed.remove());

const LISTS: [url: (known: Known) => string, fields: string[]][] = [
  [({ folderId }) => `/api/entries?parentId=${folderId}`, ['cursor', 'limit', 'sort', 'order']],
  [() => '/api/recycle-bin?', ['cursor', 'limit']],
  [() => '/api/shares?', ['cursor', 'limit', 'sort', 'status', 'q']],
  [({ shareBatchNum }) => `/api/shares/${shareBatchNum}/activity?`, ['cursor', 'limit']],
  [({ shareBatchNum }) => `/api/s/${shareBatchNum}/entries?`, ['cursor', 'limit']],
  [() => '/api/search?q=file', ['cursor', 'size', 'sort', 'order', 'timeZone', 'type', 'kind']],
  [
    ({ shareBatchNum }) => `/api/s/${shareBatchNum}/search?q=file`,
    ['cursor', 'size', 'sort', 'order', 'timeZone', 'type', 'kind'],
  ],
];

async function read(url: string): Promise<unknown> {
  const response = await callRoute('GET', url, { headers: { authorization: `Bearer ${token}` } });
  const { tookMs, ...answer } = await response.json();
  return { url, status: response.status, ...answer };
}

test.each(LISTS)('the empty fields of list %# mean the same as none', async (url, fields) => {
  const without = await read(url(known));
  expect(without).toMatchObject({ status: 200 });
  for (const field of fields) {
    for (const empty of ['', '%20']) {
      const asked = `${url(known)}&${field}=${empty}`;
      expect(await read(asked)).toEqual({ ...(without as object), url: asked });
    }
  }
});

test('a field that says something wrong is refused all the same', async () => {
  for (const [url, fields] of LISTS) {
    for (const field of fields.filter((name) => name !== 'q')) {
      expect(await read(`${url(known)}&${field}=!`)).toMatchObject({
        status: 422,
        errors: [{ path: field }],
      });
    }
  }
});
