import 'server-only';
import { headers } from 'next/headers';
import { decode, type JWT } from 'next-auth/jwt';
import { cache } from 'react';
import type { Actor } from '@/server/accounts/actor';
import { findActorBySession, findActorByToken } from '@/server/accounts/find-actor';
import type { Services } from '@/server/services';
import { isSecure, readCookies } from './cookies';
import { services } from './services';

/** Who makes this request: an API token (`Authorization: Bearer`) or a session cookie; null when neither holds. */
export function authenticate(services: Services, request: Request): Promise<Actor | null> {
  return findActor(services, request.headers);
}

/** The same for server components, looked up once per request. */
export const currentActor = cache(async (): Promise<Actor | null> => findActor(services(), await headers()));

/** next-auth's own names: with https the prefix makes browsers refuse the cookie from anything less. */
function sessionCookieName(secure: boolean): string {
  return `${secure ? '__Secure-' : ''}next-auth.session-token`;
}

async function findActor({ config, db }: Services, requestHeaders: Headers): Promise<Actor | null> {
  const bearer = /^Bearer +(\S+)$/i.exec(requestHeaders.get('authorization') ?? '')?.[1];
  if (bearer) return findActorByToken(db, bearer);
  const name = sessionCookieName(isSecure(requestHeaders, config.publicUrl));
  const cookie = readCookies(requestHeaders)[name];
  const sessionId = cookie ? await readSessionId(cookie, config.sessionSecret) : undefined;
  return sessionId ? findActorBySession(db, sessionId) : null;
}

async function readSessionId(cookie: string, secret: string): Promise<string | undefined> {
  const token = await decodeCookie(cookie, secret);
  return typeof token?.sessionId === 'string' ? token.sessionId : undefined;
}

async function decodeCookie(cookie: string, secret: string): Promise<JWT | null> {
  try {
    return await decode({ token: cookie, secret });
  } catch {
    // Forged, cut or made with an older secret: nobody is signed in. The decoder has no other failure.
    return null;
  }
}
