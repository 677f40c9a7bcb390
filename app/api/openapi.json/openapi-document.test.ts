import { expect, test } from 'vitest';
import { statusOf } from '@/app/_gateway/error-response';
import { API_ROUTES } from '@/contracts/api-routes';
import { AUTHORISATION } from '@/tests/authorisation-table';
import { listRoutes } from '@/tests/routes/route-files';
import { openApiDocument } from './openapi-document';

/** The key of the route file behind a row, as the authorisation table names it. */
function fileOf(route: (typeof API_ROUTES)[number]): string {
  return `${route.method} ${route.handledBy ?? route.path.replaceAll('{', '[').replaceAll('}', ']')}`;
}

test('every route that is served is described, and every one described is served', async () => {
  const served = (await listRoutes()).flatMap(({ pattern, methods }) =>
    methods.map((method) => `${method} ${pattern}`),
  );
  expect([...new Set(API_ROUTES.map(fileOf))].toSorted()).toEqual(served.toSorted());
});

test('who may call a route is described as it is checked', () => {
  for (const route of API_ROUTES) {
    const row = AUTHORISATION[fileOf(route)];
    const checked = row?.access === 'owner' ? 'account' : row?.access;
    expect([route.method, route.path, checked]).toEqual([route.method, route.path, route.access]);
  }
});

test('the document stands by itself: every reference leads somewhere, every path parameter is named', () => {
  const document = openApiDocument(statusOf);
  const names = new Set(Object.keys(document.components.schemas));
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(50);
  for (const [, name] of references) expect(names).toContain(name);
  const createShare = document.paths['/api/shares']?.post;
  expect(createShare).toMatchObject({
    security: [{ token: [] }, { session: [] }],
    requestBody: {
      content: { 'application/json': { schema: { $ref: '#/components/schemas/createShareInput' } } },
    },
  });
  expect(createShare?.responses).toHaveProperty('201');
  expect(createShare?.responses['422']).toMatchObject({ description: 'invalid_input' });
  expect(document.paths['/api/shares/{shareBatchNum}']?.delete).toMatchObject({
    parameters: [{ name: 'shareBatchNum', in: 'path', required: true }],
  });
});
