import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Actor } from '@/server/accounts/actor';
import { invalidInput, NetdiskError } from '@/server/errors';
import type { Services } from '@/server/services';
import { errorResponse } from './error-response';
import { metrics } from './metrics';
import { refuseForeignOrigin } from './refuse-foreign-origin';
import { drainBody, readText } from './request-body';
import { services } from './services';
import { authenticate } from './session';

interface Call<Params, Query, Body> {
  services: Services;
  request: Request;
  params: Params;
  query: Query;
  body: Body;
}

interface Shapes<Params, Query, Body> {
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
}

type RouteHandler = (
  request: Request,
  context: { params: Promise<Record<string, unknown>> },
) => Promise<Response>;

/** A route for signed-in accounts: who, parse, run, respond. Errors become problem details. */
export function handle<Params, Query, Body>(
  route: Shapes<Params, Query, Body> & {
    run(call: Call<Params, Query, Body> & { actor: Actor }): Promise<Response>;
  },
): RouteHandler {
  return answer(async (request, context) => {
    const actor = await authenticate(services(), request);
    if (!actor) throw new NetdiskError('unauthenticated', 'Sign in, or send a valid API token.');
    return route.run({ ...(await parse(route, request, context)), actor });
  });
}

/** A route anybody may call; what it shows, the operation decides. */
export function handlePublic<Params, Query, Body>(
  route: Shapes<Params, Query, Body> & { run(call: Call<Params, Query, Body>): Promise<Response> },
): RouteHandler {
  return answer(async (request, context) => route.run(await parse(route, request, context)));
}

function answer(respond: RouteHandler): RouteHandler {
  return async (request, context) => {
    const began = performance.now();
    const response = await answerAnyway(respond, request, context);
    metrics().countRequest(request.method, response.status, (performance.now() - began) / 1000);
    return response;
  };
}

async function answerAnyway(respond: RouteHandler, ...[request, context]: Parameters<RouteHandler>) {
  const requestId = randomUUID();
  try {
    refuseForeignOrigin(request, services().config.publicUrl);
    const response = await respond(request, context);
    response.headers.set('X-Request-Id', requestId);
    if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
    return response;
  } catch (error) {
    drainBody(request, services().log);
    return errorResponse(error, requestId, services().log);
  }
}

async function parse<Params, Query, Body>(
  shapes: Shapes<Params, Query, Body>,
  request: Request,
  context: { params: Promise<Record<string, unknown>> },
): Promise<Call<Params, Query, Body>> {
  const params = shapes.params?.parse(await context.params);
  const query = shapes.query?.parse(Object.fromEntries(new URL(request.url).searchParams));
  const body = shapes.body?.parse(await readJson(request));
  // Where a shape is absent its type parameter is `unknown`, which `undefined` inhabits.
  return {
    services: services(),
    request,
    params: params as Params,
    query: query as Query,
    body: body as Body,
  };
}

const MAX_JSON_BYTES = 2 * 1024 * 1024;

async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  // A form of another site can send text/plain without asking the browser first; JSON it cannot.
  if (!type.toLowerCase().startsWith('application/json')) {
    throw invalidInput('content-type', 'Send the body as application/json.');
  }
  const text = await readText(request, { maxBytes: MAX_JSON_BYTES });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new NetdiskError('invalid_input', 'The body is not valid JSON.', {
      cause,
      errors: [{ path: 'body', message: 'The body is not valid JSON.' }],
    });
  }
}
