import { z } from 'zod';
import * as accounts from '@/contracts/accounts';
import { API_ROUTES } from '@/contracts/api-routes';
import type { Access, ApiRoute } from '@/contracts/api-routes/api-route';
import * as entries from '@/contracts/entries';
import { type ErrorCode, problem } from '@/contracts/errors';
import * as search from '@/contracts/search';
import * as shares from '@/contracts/shares';

/** The statuses are the gateway's: it alone knows which one a code becomes. */
export type StatusOf = (code: ErrorCode) => number;

interface Operation {
  summary: string;
  security: Record<string, string[]>[];
  parameters: object[];
  requestBody?: object;
  responses: Record<string, object>;
}

/** OpenAPI 3.1, made from the list of routes and the schemas that the handlers themselves parse with. */
export function openApiDocument(statusOf: StatusOf) {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of API_ROUTES) {
    const operations = paths[route.path] ?? {};
    operations[route.method.toLowerCase()] = describe(route, statusOf);
    paths[route.path] = operations;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Netdisk',
      version: '1',
      description: 'Ids are opaque strings, times ISO 8601 in UTC, sizes bytes.',
    },
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token of POST /api/tokens.' },
        session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
        unlocked: {
          type: 'apiKey',
          in: 'cookie',
          name: 'netdisk-share-{shareBatchNum}',
          description: 'Only where the share has an extraction code.',
        },
      },
    },
  };
}

const SECURITY: Record<Access, Record<string, string[]>[]> = {
  public: [],
  account: [{ token: [] }, { session: [] }],
  administrator: [{ token: [] }, { session: [] }],
  share: [{}, { unlocked: [] }],
  'visiting account': ['token', 'session'].flatMap((account) => [
    { [account]: [] },
    { [account]: [], unlocked: [] },
  ]),
};

const VISIT_ERRORS: ErrorCode[] = ['not_found', 'code_required', 'share_cancelled', 'share_expired'];

const IMPLIED_ERRORS: Record<Access, ErrorCode[]> = {
  public: [],
  account: ['unauthenticated'],
  administrator: ['unauthenticated', 'forbidden'],
  share: VISIT_ERRORS,
  'visiting account': ['unauthenticated', ...VISIT_ERRORS],
};

function describe(route: ApiRoute, statusOf: StatusOf): Operation {
  return {
    summary: route.summary,
    security: SECURITY[route.access],
    parameters: [...pathParameters(route.path), ...queryParameters(route.query)],
    ...(route.body ? { requestBody: requestBody(route.body) } : {}),
    responses: { ...successes(route), ...failures(route, statusOf) },
  };
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodObject | undefined): object[] {
  if (!query) return [];
  const { properties = {}, required = [] } = plainSchema(query);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function requestBody(body: NonNullable<ApiRoute['body']>): object {
  if (body === 'bytes') return { required: true, content: { 'application/octet-stream': {} } };
  if ('form' in body) {
    return {
      required: true,
      content: { 'application/x-www-form-urlencoded': { schema: plainSchema(body.form) } },
    };
  }
  return { required: true, content: { 'application/json': { schema: reference(body) } } };
}

function successes(route: ApiRoute): Record<string, object> {
  const answers = route.success.map(({ status, is, means }) => {
    const description = means;
    if (is === undefined) return [status, { description }];
    if (typeof is === 'string') return [status, { description, content: { [is]: {} } }];
    return [status, { description, content: { 'application/json': { schema: reference(is) } } }];
  });
  return Object.fromEntries(answers);
}

/** Several codes may share a status: one answer, which lists them. */
function failures(route: ApiRoute, statusOf: StatusOf): Record<string, object> {
  const parses = route.body !== undefined || route.query !== undefined;
  const codes = new Set<ErrorCode>([
    ...IMPLIED_ERRORS[route.access],
    ...(parses ? (['invalid_input'] as const) : []),
    ...(route.errors ?? []),
    'internal',
  ]);
  const answers: Record<string, { description: string; content: object }> = {};
  for (const code of codes) {
    const status = statusOf(code);
    const earlier = answers[status]?.description;
    answers[status] = {
      description: earlier === undefined ? code : `${earlier}, ${code}`,
      content: { 'application/problem+json': { schema: reference(problem) } },
    };
  }
  return answers;
}

/** Schemas that have a name of their own in contracts/ are referred to by it. */
const NAMED = new Map<z.ZodType, string>(
  [accounts, entries, search, shares, { problem }]
    .flatMap((contract) => Object.entries(contract))
    .filter((pair): pair is [string, z.ZodType] => pair[1] instanceof z.ZodType)
    .map(([name, schema]) => [schema, name]),
);

function reference(schema: z.ZodType): object {
  const name = NAMED.get(schema);
  return name === undefined ? plainSchema(schema) : { $ref: `#/components/schemas/${name}` };
}

interface PlainSchema {
  properties?: Record<string, object>;
  required?: string[];
}

function plainSchema(schema: z.ZodType): PlainSchema & object {
  const { $schema, ...plain } = z.toJSONSchema(schema, { io: 'input' });
  // Schemas of objects, the only ones whose parts are looked at, have them in this form.
  return plain as PlainSchema;
}

function componentSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of NAMED) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]),
  );
}
