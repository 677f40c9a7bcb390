import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { LiveEvent } from '@/contracts/events';
import type { Actor } from '@/server/accounts/actor';
import { createToken } from '@/server/accounts/create-token';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import { buildAccount } from '@/tests/build-account';
import { type InstalledServices, installServices } from '@/tests/routes/installed-services';
import { callRoute } from '@/tests/routes/route-files';
import { waitUntil } from '@/tests/wait-until';

let installed: InstalledServices;
let ada: Actor;
let closePages: (() => void)[] = [];

beforeAll(async () => {
  installed = await installServices();
});
afterAll(() => installed.remove());
beforeEach(async () => {
  ada = await buildAccount(installed.services.db, 'Ada');
});
afterEach(() => {
  for (const close of closePages) close();
  closePages = [];
});

/** An open page: what it received so far, and whether the server ended it. */
async function openPage(actor: Actor) {
  const { token } = await createToken(installed.services.db, actor, { name: 'test' });
  const leaving = new AbortController();
  closePages.push(() => leaving.abort());
  const response = await callRoute('GET', '/api/events', {
    headers: { authorization: `Bearer ${token}` },
    signal: leaving.signal,
  });
  const page = { response, received: '', ended: false, leave: () => leaving.abort() };
  void readAll(response, page);
  return page;
}

async function readAll(response: Response, page: { received: string; ended: boolean }): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) page.received += decoder.decode(chunk, { stream: true });
  page.ended = true;
}

async function announce(event: LiveEvent): Promise<void> {
  await commitWithEvents(installed.services.db, async () => ({ result: null, events: [], live: [event] }));
}

test('a page hears what happens in its own drive, as events of that name, and nothing of others', async () => {
  const bob = await buildAccount(installed.services.db, 'Bob');
  const page = await openPage(ada);
  const other = await openPage(bob);
  expect(page.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(page.response.headers.get('x-accel-buffering')).toBe('no');
  expect(page.response.headers.get('cache-control')).toContain('no-transform');
  const event: LiveEvent = { type: 'entry.changed', ownerId: ada.accountId, parentIds: ['root'] };
  await waitUntil('the page hears it', async () => {
    await announce(event);
    return page.received.includes('entry.changed');
  });
  expect(page.received).toContain(`event: entry.changed\ndata: ${JSON.stringify(event)}\n\n`);
  await announce({ type: 'entry.indexed', ownerId: bob.accountId });
  await waitUntil('the other hears its own', async () => other.received.includes('entry.indexed'));
  expect(other.received).not.toContain('entry.changed');
});

test('a page that is left is let go, and another of the same account hears on', async () => {
  const left = await openPage(ada);
  const open = await openPage(ada);
  left.leave();
  await waitUntil('the stream ends', async () => left.ended);
  const before = left.received;
  await waitUntil('the other hears', async () => {
    await announce({ type: 'entry.indexed', ownerId: ada.accountId });
    return open.received.includes('entry.indexed');
  });
  expect(left.received).toBe(before);
});

test('a page whose sign-in ended is cut off at the next heartbeat, others go on', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const bob = await buildAccount(installed.services.db, 'Bob');
    const signedOut = await openPage(ada);
    const page = await openPage(bob);
    await installed.services.db.apiToken.deleteMany({ where: { accountId: ada.accountId } });
    vi.advanceTimersByTime(20_000);
    await waitUntil('the page is cut off', async () => signedOut.ended);
    await waitUntil('the other has a heartbeat', async () => page.received.includes(': still here\n\n'));
    expect(page.ended).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});
