import { readdir } from 'node:fs/promises';
import path from 'node:path';

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
type RouteHandler = (
  request: Request,
  context: { params: Promise<Record<string, unknown>> },
) => Promise<Response>;

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
const API = path.resolve('app/api');

/** Each route.ts below app/api as Next.js serves it: '/api/entries/[entryId]', and the methods it exports. */
export async function listRoutes(): Promise<{ pattern: string; methods: Method[] }[]> {
  const patterns = await listPatterns();
  return Promise.all(
    patterns.map(async (pattern) => {
      const handlers = await importRoute(pattern);
      return { pattern, methods: METHODS.filter((method) => handlers[method] !== undefined) };
    }),
  );
}

async function listPatterns(): Promise<string[]> {
  const files = await readdir(API, { recursive: true });
  return files
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => `/api/${path.dirname(file).replaceAll(path.sep, '/')}`)
    .sort((a, b) => (dynamicLast(a) < dynamicLast(b) ? -1 : 1));
}

function dynamicLast(pattern: string): string {
  return pattern.replaceAll('[', '\u{10ffff}');
}

async function importRoute(pattern: string): Promise<Partial<Record<Method, RouteHandler>>> {
  return import(path.join(API, pattern.slice('/api/'.length), 'route.ts'));
}

/**
 * Calls the handler that Next.js would call, without a server.
 * @throws {Error} where no file answers the path.
 */
export async function callRoute(method: Method, url: string, init: RequestInit = {}): Promise<Response> {
  const { pathname } = new URL(url, 'http://127.0.0.1:3000');
  for (const pattern of await listPatterns()) {
    const params = matchPattern(pattern, pathname);
    if (!params) continue;
    const handlers = await importRoute(pattern);
    // As Next.js does: a HEAD that is not written is a GET.
    const handler = handlers[method] ?? (method === 'HEAD' ? handlers.GET : undefined);
    if (!handler) continue;
    const request = new Request(new URL(url, 'http://127.0.0.1:3000'), {
      ...init,
      method,
      // Node wants to hear that a streamed body is sent before the answer is read.
      ...(init.body instanceof ReadableStream ? { duplex: 'half' } : {}),
    });
    return handler(request, { params: Promise.resolve(params) });
  }
  throw new Error(`No route answers ${method} ${pathname}.`);
}

/** The parameters, or undefined where the path is another route's. */
function matchPattern(pattern: string, pathname: string): Record<string, string | string[]> | undefined {
  const wanted = pattern.split('/');
  const given = pathname.split('/');
  const params: Record<string, string | string[]> = {};
  for (const [index, segment] of wanted.entries()) {
    const rest = /^\[\.\.\.(\w+)\]$/.exec(segment)?.[1];
    if (rest) {
      params[rest] = given.slice(index).map(decodeURIComponent);
      return params;
    }
    const value = given[index];
    if (value === undefined) return undefined;
    const name = /^\[(\w+)\]$/.exec(segment)?.[1];
    if (name) params[name] = decodeURIComponent(value);
    else if (segment !== value) return undefined;
  }
  return wanted.length === given.length ? params : undefined;
}
