import { afterAll, beforeAll, expect, test } from 'vitest';
import { PEER_ADDRESS_HEADER } from '@/contracts/peer-address';
import { createToken } from '@/server/accounts/create-token';
import { buildAccount } from '@/tests/build-account';
import { type InstalledServices, installServices } from '@/tests/routes/installed-services';
import { callRoute } from '@/tests/routes/route-files';

let installed: InstalledServices;
let member: string;
let administrator: string;

beforeAll(async () => {
  installed = await installServices();
  const { db } = installed.services;
  member = (await createToken(db, await buildAccount(db, 'Bob'), { name: 'test' })).token;
  const ada = await buildAccount(db, 'Ada');
  await db.account.update({ where: { id: ada.accountId }, data: { role: 'administrator' } });
  administrator = (await createToken(db, ada, { name: 'test' })).token;
});
afterAll(() => installed.remove());

function ask(headers: Record<string, string>): Promise<Response> {
  return callRoute('GET', '/api/metrics', { headers });
}

const local: Record<string, string>[] = [
  { [PEER_ADDRESS_HEADER]: '127.0.0.1', 'x-forwarded-for': '127.0.0.1' },
  { [PEER_ADDRESS_HEADER]: '::ffff:127.0.0.1' },
  { [PEER_ADDRESS_HEADER]: '::1', 'x-forwarded-for': '::1' },
];
const remote: Record<string, string>[] = [
  { [PEER_ADDRESS_HEADER]: '192.0.2.7' },
  // Made up by the client.
  { [PEER_ADDRESS_HEADER]: '192.0.2.7', 'x-forwarded-for': '127.0.0.1' },
  // Through a proxy on this machine.
  { [PEER_ADDRESS_HEADER]: '127.0.0.1', 'x-forwarded-for': '192.0.2.7' },
  { [PEER_ADDRESS_HEADER]: '127.0.0.1', 'x-forwarded-for': '127.0.0.1, 192.0.2.7' },
  { [PEER_ADDRESS_HEADER]: '127.0.0.1', 'x-forwarded-for': '192.0.2.7, 127.0.0.1' },
  { [PEER_ADDRESS_HEADER]: '127.evil.example' },
];

test.each(local)('a Prometheus on this machine reads the figures without an account: %j', async (headers) => {
  const response = await ask(headers);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/plain');
  const text = await response.text();
  for (const figure of [
    'netdisk_outbox_events 0',
    'netdisk_outbox_oldest_seconds 0',
    'netdisk_delta_entries 0',
    'netdisk_failed_messages 0',
  ]) {
    expect(text.split('\n')).toContain(figure);
  }
  expect(text).toContain('netdisk_process_resident_memory_bytes');
});

test.each(remote)('from elsewhere only an administrator does: %j', async (headers) => {
  expect((await ask(headers)).status).toBe(401);
  expect((await ask({ ...headers, authorization: `Bearer ${member}` })).status).toBe(403);
  expect((await ask({ ...headers, authorization: `Bearer ${administrator}` })).status).toBe(200);
});

test('requests are counted by method and status', async () => {
  await ask({ [PEER_ADDRESS_HEADER]: '192.0.2.7' });
  const text = await (await ask({})).text();
  expect(text).toMatch(/netdisk_http_request_seconds_count\{method="GET",status="401"\} [1-9]/);
});
