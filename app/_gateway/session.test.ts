import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type InstalledServices, installServices } from '@/tests/routes/installed-services';
import { callRoute } from '@/tests/routes/route-files';

const password = 'correct horse battery';
let installed: InstalledServices;

beforeAll(async () => {
  installed = await installServices();
});
afterAll(() => installed.remove());

async function register(): Promise<string> {
  const email = `${randomUUID()}@example.org`;
  const response = await callRoute('POST', '/api/accounts', {
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, name: 'Ada', password }),
  });
  expect(response.status).toBe(201);
  return email;
}

/** A browser at one address: keeps cookies and sends them back. */
function openBrowser(address = 'http://127.0.0.1:3000', extra: Record<string, string> = {}) {
  const jar = new Map<string, string>();
  const { host, origin } = new URL(address);
  async function call(method: 'GET' | 'POST', path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers({ host, ...extra, ...Object.fromEntries(new Headers(init.headers)) });
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    if (method === 'POST' && !headers.has('origin')) headers.set('origin', origin);
    const response = await callRoute(method, path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) keep(line);
    return response;
  }
  function keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name = '', ...value] = pair.split('=');
    if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
    else jar.set(name, value.join('='));
  }
  async function submit(path: string, fields: Record<string, string>): Promise<Response> {
    const { csrfToken } = await (await call('GET', '/api/auth/csrf')).json();
    return call('POST', path, { body: new URLSearchParams({ csrfToken, ...fields }) });
  }
  const signIn = (email: string, given = password) =>
    submit('/api/auth/callback/credentials', { email, password: given, json: 'true' });
  const me = () => call('GET', '/api/me');
  return { jar, call, submit, signIn, me };
}

test('signing in opens the API, and signing out ends the session wherever its cookie is', async () => {
  const email = await register();
  const browser = openBrowser();
  expect((await browser.me()).status).toBe(401);
  const answer = await browser.signIn(email);
  expect(answer.status).toBe(200);
  expect(await (await browser.me()).json()).toMatchObject({ email, name: 'Ada', usedBytes: 0 });
  expect(await (await browser.call('GET', '/api/auth/session')).json()).toMatchObject({
    user: { name: 'Ada', email },
  });

  const copy = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  expect((await browser.submit('/api/auth/signout', { json: 'true' })).status).toBe(200);
  expect([...browser.jar.keys()]).not.toContain('next-auth.session-token');
  const withCopy = await callRoute('GET', '/api/me', { headers: { cookie: copy } });
  expect(withCopy.status).toBe(401);
  const session = await callRoute('GET', '/api/auth/session', { headers: { cookie: copy } });
  expect(await session.json()).toEqual({});
});

test('the session cookie is hidden from scripts, and the page may send the form as JSON', async () => {
  const email = await register();
  const browser = openBrowser();
  const { csrfToken } = await (await browser.call('GET', '/api/auth/csrf')).json();
  const answer = await browser.call('POST', '/api/auth/callback/credentials', {
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ csrfToken, email, password, json: 'true' }),
  });
  expect(answer.status).toBe(200);
  const line = answer.headers.getSetCookie().find((cookie) => cookie.includes('session-token')) ?? '';
  expect(line).toMatch(/HttpOnly/i);
  expect(line).toMatch(/SameSite=Lax/i);
  expect(line).not.toMatch(/; Secure/i);
});

test('the address a person came by is the one they are sent on to', async () => {
  const email = await register();
  for (const address of ['http://localhost:4321', 'http://127.0.0.1:4321', 'http://[::1]:4321']) {
    const answer = await openBrowser(address).signIn(email);
    expect(new URL((await answer.json()).url).origin).toBe(address);
  }
});

test('behind a proxy with https the cookies travel by https only, and plain ones are not looked at', async () => {
  const email = await register();
  const proxied = openBrowser('https://drive.example.org', { 'x-forwarded-proto': 'https' });
  const answer = await proxied.signIn(email);
  expect(new URL((await answer.json()).url).origin).toBe('https://drive.example.org');
  const line = answer.headers.getSetCookie().find((cookie) => cookie.includes('session-token')) ?? '';
  expect(line).toMatch(/^__Secure-next-auth\.session-token=.*; Secure/i);
  expect((await proxied.me()).status).toBe(200);
  const value = proxied.jar.get('__Secure-next-auth.session-token');
  const plain = await callRoute('GET', '/api/me', {
    headers: { 'x-forwarded-proto': 'https', cookie: `next-auth.session-token=${value}` },
  });
  expect(plain.status).toBe(401);
});

test('a wrong password is 401 without a session; a form without scripts is led back to the page', async () => {
  const email = await register();
  const browser = openBrowser();
  const answer = await browser.signIn(email, 'wrong horse');
  expect(answer.status).toBe(401);
  expect((await answer.json()).url).toContain('error=CredentialsSignin');
  expect((await browser.me()).status).toBe(401);
  const form = await browser.submit('/api/auth/callback/credentials', { email, password: 'wrong horse' });
  expect(form.status).toBe(302);
  expect(form.headers.get('location')).toContain('error=CredentialsSignin');
});

test('a form with another csrfToken, or from a page of another site, signs nobody in or out', async () => {
  const email = await register();
  const browser = openBrowser();
  const fields = { email, password, json: 'true', csrfToken: 'f'.repeat(64) };
  const path = '/api/auth/callback/credentials';
  const stale = await browser.call('POST', path, { body: new URLSearchParams(fields) });
  expect([stale.status, (await stale.json()).code]).toEqual([403, 'forbidden']);
  await browser.signIn(email);
  const foreign = await browser.call('POST', '/api/auth/signout', {
    body: new URLSearchParams(fields),
    headers: { origin: 'https://evil.example' },
  });
  expect(foreign.status).toBe(403);
  const staleOut = await browser.call('POST', '/api/auth/signout', { body: new URLSearchParams(fields) });
  expect(staleOut.status).toBe(403);
  expect((await browser.me()).status).toBe(200);
});

test('too many wrong passwords are answered 429 with the seconds to wait', async () => {
  const email = await register();
  const browser = openBrowser();
  for (let count = 0; count < 20; count += 1) await browser.signIn(email, 'wrong horse');
  const answer = await browser.signIn(email);
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await answer.json()).toMatchObject({ code: 'rate_limited' });
  expect((await browser.me()).status).toBe(401);
});

test('a forged cookie, one of another secret and a disabled account are nobody', async () => {
  const email = await register();
  const browser = openBrowser();
  await browser.signIn(email);
  const value = browser.jar.get('next-auth.session-token') ?? '';
  for (const forged of ['', 'x', `${value}x`, value.slice(0, -2), '%', encodeURIComponent('{"sub":"1"}')]) {
    const answer = await callRoute('GET', '/api/me', {
      headers: { cookie: `next-auth.session-token=${forged}` },
    });
    expect([forged, answer.status]).toEqual([forged, 401]);
  }
  await installed.services.db.account.update({
    where: { emailKey: email },
    data: { disabledAt: new Date() },
  });
  expect((await browser.me()).status).toBe(401);
});

test('an API token works in place of the cookie; a wrong one is refused even beside a good cookie', async () => {
  const email = await register();
  const browser = openBrowser();
  await browser.signIn(email);
  const made = await browser.call('POST', '/api/tokens', {
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'script' }),
  });
  const { token } = await made.json();
  const byToken = await callRoute('GET', '/api/me', { headers: { authorization: `Bearer ${token}` } });
  expect(await byToken.json()).toMatchObject({ email });
  const wrong = await browser.call('GET', '/api/me', { headers: { authorization: 'Bearer nonsense' } });
  expect(wrong.status).toBe(401);
});

test('what next-auth offers beyond sign-in is not there', async () => {
  const browser = openBrowser();
  const logged = await browser.call('POST', '/api/auth/_log', { body: new URLSearchParams({ code: 'x' }) });
  expect(logged.status).toBe(404);
  const redirect = await browser.submit('/api/auth/signout', {
    json: 'true',
    callbackUrl: 'https://evil.example/',
  });
  expect((await redirect.json()).url).not.toContain('evil.example');
});
