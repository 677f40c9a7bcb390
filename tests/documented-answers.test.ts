import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { API_ROUTES } from '@/contracts/api-routes';
import type { ApiRoute } from '@/contracts/api-routes/api-route';
import { problem } from '@/contracts/errors';
import type { Actor } from '@/server/accounts/actor';
import { createToken } from '@/server/accounts/create-token';
import { AUTHORISATION, type Row, type Try } from './authorisation-table';
import { buildAccount } from './build-account';
import { buildKnown } from './build-known';
import { type InstalledServices, installServices } from './routes/installed-services';
import { callRoute } from './routes/route-files';

// What GET /api/openapi.json promises, kept: each route is called by its owner, and the answer must be as described,
// without a field more.

let installed: InstalledServices;

beforeAll(async () => {
  installed = await installServices();
});
afterAll(() => installed.remove());

/** Where the table's own example is refused to its owner too. */
const REFUSED: Record<string, string> = { 'POST /api/me/password': 'invalid_input' };

async function triesOf(row: Row, ada: Actor): Promise<Try[]> {
  const known = await buildKnown(installed.services, ada);
  switch (row.access) {
    case 'public':
      return row.try ? [row.try] : [];
    case 'account':
      return [row.try];
    case 'administrator':
      await makeAdministrator(ada);
      return row.tries(known);
    case 'owner':
      return row.tries(known);
    case 'share':
    case 'visiting account': {
      const share = { shareBatchNum: known.shareBatchNum, entryId: known.fileId };
      return [{ url: row.url(share), json: row.json?.(share) }];
    }
  }
}

function makeAdministrator({ accountId }: Actor): Promise<unknown> {
  return installed.services.db.account.update({
    where: { id: accountId },
    data: { role: 'administrator' },
  });
}

const documented = API_ROUTES.filter((route) => route.handledBy === undefined);

test.each(documented.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s answers as the document says',
  async (name, route) => {
    const row = AUTHORISATION[name.replaceAll('{', '[').replaceAll('}', ']')];
    if (!row) throw new Error('The authorisation table has no row.');
    const count = (await triesOf(row, await buildAccount(installed.services.db))).length;
    for (let index = 0; index < count; index += 1) {
      // Each try on a drive of its own: some of them destroy what they name.
      const ada = await buildAccount(installed.services.db);
      const attempt = (await triesOf(row, ada))[index];
      if (attempt) await expectDocumented(name, route, await send(route, attempt, ada));
    }
  },
);

async function send(route: ApiRoute, attempt: Try, ada: Actor): Promise<Response> {
  const { token } = await createToken(installed.services.db, ada, { name: 'test' });
  const headers = new Headers({ authorization: `Bearer ${token}` });
  if (attempt.json !== undefined) headers.set('content-type', 'application/json');
  const body = attempt.json === undefined ? attempt.bytes : JSON.stringify(attempt.json);
  return callRoute(route.method, attempt.url, { headers, ...(body === undefined ? {} : { body }) });
}

async function expectDocumented(name: string, route: ApiRoute, response: Response): Promise<void> {
  const refusal = REFUSED[name];
  if (refusal !== undefined) {
    const body = await response.json();
    expect(problem.parse(body)).toEqual(body);
    expect(body.code).toBe(refusal);
    return;
  }
  const success = route.success.find(({ status }) => status === response.status);
  if (!success) throw new Error(`${response.status} is not described: ${await response.text()}`);
  if (success.is instanceof z.ZodType) {
    const body = await response.json();
    expect(success.is.parse(body)).toEqual(body);
  } else {
    if (success.is !== undefined && success.is !== 'application/octet-stream') {
      expect(response.headers.get('content-type')).toContain(success.is);
    }
    await response.body?.cancel();
  }
}
