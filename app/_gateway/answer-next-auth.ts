import 'server-only';
import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import { revokeSession } from '@/server/accounts/revoke-session';
import { NetdiskError, notFound } from '@/server/errors';
import type { Services } from '@/server/services';
import { withoutUnusable } from './callback-url';
import { isSecure, readCookies } from './cookies';
import { type AuthFindings, nextAuthOptions } from './next-auth-options';
import { readText } from './request-body';
import { authenticate } from './session';

/** The rest (`_log`, which writes what anybody sends into our log) is not offered. */
const ACTIONS = new Set(['csrf', 'session', 'signin', 'signout', 'callback', 'providers', 'error']);

/**
 * Lets next-auth answer one request below /api/auth. It is driven through its handler for plain requests and
 * answers: the other one takes headers and cookies from Next.js behind our back, so that nothing of it could be
 * tested, and follows X-Forwarded-Proto where we know better.
 * @throws {NetdiskError} what sign-in threw; `not_found` for an unknown action.
 */
export async function answerNextAuth(
  services: Services,
  request: Request,
  path: string[],
): Promise<Response> {
  const action = path[0] ?? '';
  // A callback is where the form goes; next-auth answers a look at it with 500.
  const isOffered = ACTIONS.has(action) && (action !== 'callback' || request.method === 'POST');
  if (!isOffered) throw notFound('page');
  // next-auth trusts the cookie alone; whether the session holds, the database says.
  const actor = action === 'session' ? await authenticate(services, request) : null;
  if (action === 'session' && !actor) return Response.json({});
  // Without NEXTAUTH_URL it would send people to localhost:3000, whatever address they came by. It reads both
  // from the environment only, and NEXTAUTH_URL goes first.
  process.env.AUTH_TRUST_HOST ??= 'true';
  const secure = isSecure(request.headers, services.config.publicUrl);
  const findings: AuthFindings = {};
  const options = nextAuthOptions(services, { headers: request.headers, secure, actor }, findings);
  const collected = collectAnswer();
  // Each field and method that next-auth 4 touches (next/index.js, NextAuthApiHandler) is there.
  const incoming = (await toPlainRequest(request, path, secure)) as unknown as NextApiRequest;
  await NextAuth(incoming, collected.response as unknown as NextApiResponse, options);
  if (findings.failure) throw findings.failure;
  if (findings.signedOutSessionId) await revokeSession(services.db, findings.signedOutSessionId);
  if (request.method === 'POST') await refuseStaleForm(services, request, action, findings);
  return collected.toResponse();
}

/**
 * next-auth answers a form with a wrong csrfToken with 200 and an address, which a script takes for success.
 * @throws {NetdiskError} `forbidden`.
 */
async function refuseStaleForm(
  services: Services,
  request: Request,
  action: string,
  findings: AuthFindings,
): Promise<void> {
  const ignored =
    (action === 'callback' && !findings.passwordTried) ||
    (action === 'signout' && !findings.signedOutSessionId && (await authenticate(services, request)));
  if (ignored) throw new NetdiskError('forbidden', 'This form is too old. Load the page again.');
}

async function toPlainRequest(request: Request, path: string[], secure: boolean) {
  const { searchParams, host } = new URL(request.url);
  return {
    method: request.method,
    headers: {
      host,
      ...Object.fromEntries(request.headers),
      'x-forwarded-proto': secure ? 'https' : 'http',
    },
    cookies: withoutUnusable(readCookies(request.headers)),
    query: { ...withoutUnusable(Object.fromEntries(searchParams)), nextauth: path },
    body: request.method === 'POST' ? withoutUnusable(await readForm(request)) : undefined,
  };
}

const MAX_FORM_BYTES = 16 * 1024;

async function readForm(request: Request): Promise<Record<string, unknown>> {
  const text = await readText(request, { maxBytes: MAX_FORM_BYTES });
  if (!request.headers.get('content-type')?.includes('application/json')) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    return { ...JSON.parse(text) };
  } catch (cause) {
    throw new NetdiskError('invalid_input', 'The body is not valid JSON.', { cause });
  }
}

/** next-auth hands on addresses and errors as they were sent; a header takes no line breaks and no Chinese. */
function asHeader(value: string): string {
  return value.replaceAll(/[^\x20-\x7e]+/g, encodeURIComponent);
}

/** What next-auth does to a ServerResponse, gathered into a Response. */
function collectAnswer() {
  const headers = new Headers();
  let status = 200;
  let body: string | null = null;
  const response = {
    status(code: number) {
      status = code;
      return response;
    },
    getHeader: (name: string) => (name === 'Set-Cookie' ? headers.getSetCookie() : headers.get(name)),
    setHeader(name: string, value: string | string[]) {
      headers.delete(name);
      for (const item of [value].flat()) headers.append(name, asHeader(item));
      return response;
    },
    json(value: unknown) {
      headers.set('Content-Type', 'application/json');
      body = JSON.stringify(value);
    },
    send(value: unknown) {
      if (typeof value === 'object') response.json(value);
      else body = String(value ?? '');
    },
    end() {},
  };
  return { response, toResponse: () => new Response(body, { status, headers }) };
}
