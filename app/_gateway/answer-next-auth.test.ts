import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type InstalledServices, installServices } from '@/tests/routes/installed-services';
import { callRoute } from '@/tests/routes/route-files';

const CALLBACK = '/api/auth/callback/credentials';
const password = 'correct horse battery';
let installed: InstalledServices;
let email: string;

beforeAll(async () => {
  installed = await installServices();
  email = `${randomUUID()}@example.org`;
  const registered = await callRoute('POST', '/api/accounts', {
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, name: 'Ada', password }),
  });
  expect(registered.status).toBe(201);
});
afterAll(() => installed.remove());

/** Sends a form as a browser does that has loaded the page, with more cookies if there are any. */
async function submit(path: string, fields: Record<string, unknown>, given: { cookie?: string } = {}) {
  const page = await callRoute('GET', '/api/auth/csrf', { headers: { host: '127.0.0.1:3000' } });
  const { csrfToken } = await page.json();
  const cookies = page.headers.getSetCookie().map((line) => line.split(';')[0]);
  return callRoute('POST', path, {
    headers: {
      host: '127.0.0.1:3000',
      'Content-Type': 'application/json',
      // Of two cookies of one name the first counts.
      cookie: [given.cookie ?? [], cookies].flat().join('; '),
    },
    body: JSON.stringify({ csrfToken, json: 'true', ...fields }),
  });
}

/** A body of 16 MiB that counts what was read of it, and can be ended before. */
function countedBody() {
  const counted = { chunks: 0, ended: false, body: new ReadableStream<Uint8Array>({ pull }) };
  function pull(controller: ReadableStreamDefaultController<Uint8Array>): void {
    if (counted.ended || counted.chunks === 1_000) controller.close();
    else controller.enqueue(new Uint8Array(16 * 1_024).fill(0x61));
    counted.chunks += 1;
  }
  return counted;
}

describe('a form that is too large', () => {
  test('is refused after its first bytes, whoever sends it', async () => {
    const counted = countedBody();
    const response = await callRoute('POST', CALLBACK, { body: counted.body });
    expect(counted.chunks).toBeLessThan(20);
    counted.ended = true;
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'invalid_input', errors: [{ path: 'body' }] });
  });

  test('is refused before its first byte where it says its length', async () => {
    const counted = countedBody();
    counted.ended = true;
    const response = await callRoute('POST', CALLBACK, {
      headers: { 'Content-Length': '5000000000' },
      body: counted.body,
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'invalid_input', errors: [{ path: 'body' }] });
  });
});

test.each(['a\u0000b@example.org', '\ud800@example.org', 'a\nb', { nested: true }, null])(
  'signing in as %j is refused like any other wrong address',
  async (given) => {
    const response = await submit(CALLBACK, { email: given, password });
    expect(response.status).toBe(401);
    expect((await response.json()).url).toContain('error=CredentialsSignin');
  },
);

const UNUSABLE = ['foo', 'http://', 'javascript:alert(1)', '//', '//[', '/\\', '\u0000'];

describe.each([...UNUSABLE, '/\ud800', 5, {}, ['/files'], 'https://evil.example/'])(
  'callbackUrl %j',
  (callbackUrl) => {
    test.each([CALLBACK, '/api/auth/signin/credentials', '/api/auth/signout'])(
      'is as good as none in the form of %s',
      async (path) => {
        const response = await submit(path, { callbackUrl, email, password });
        expect(response.status).toBe(200);
        expect(new URL((await response.json()).url).origin).toBe('http://127.0.0.1:3000');
      },
    );
  },
);

test.each(UNUSABLE)('callbackUrl %j is as good as none in the address and in the cookie', async (value) => {
  const asked = `callbackUrl=${encodeURIComponent(value)}`;
  const inAddress = await submit(`${CALLBACK}?${asked}`, { email, password });
  const inCookie = await submit(
    CALLBACK,
    { email, password },
    { cookie: `next-auth.${asked.replace('Url', '-url')}` },
  );
  for (const response of [inAddress, inCookie]) {
    expect(response.status).toBe(200);
    expect(new URL((await response.json()).url).origin).toBe('http://127.0.0.1:3000');
  }
  const page = await callRoute('GET', `/api/auth/signin?${asked}`);
  expect([page.status, page.headers.get('location')]).toEqual([
    302,
    expect.stringMatching(/^\/login\?callbackUrl=/),
  ]);
});

test('a path is where people are sent on to, in whatever script it is written', async () => {
  const callbackUrl = '/search?q=年度报告%20';
  const asked = await submit(CALLBACK, { email, password, callbackUrl: '/files?a=b' });
  expect((await asked.json()).url).toBe('http://127.0.0.1:3000/files?a=b');
  const form = await submit(CALLBACK, { email, password, callbackUrl, json: 'false' });
  expect(form.status).toBe(302);
  expect(form.headers.get('location')).toBe(
    'http://127.0.0.1:3000/search?q=%E5%B9%B4%E5%BA%A6%E6%8A%A5%E5%91%8A%20',
  );
});

test('an error of any text is led to the page, and the way back from elsewhere is not offered', async () => {
  const page = await callRoute('GET', '/api/auth/error?error=%E9%94%99%0A');
  expect([page.status, page.headers.get('location')]).toEqual([302, '/login?error=%E9%94%99%0A']);
  expect((await callRoute('GET', CALLBACK)).status).toBe(404);
});
