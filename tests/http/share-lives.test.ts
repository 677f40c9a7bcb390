import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRabbitmqDoor } from '../proxies/service-doors';
import type { TcpProxy } from '../proxies/tcp-proxy';
import { endWhileDown, liveShares } from '../share-lives';
import { type RunningNetdisk, startNetdisk } from '../start-netdisk';
import { type ApiClient, registerClient } from './api-client';

// A small part of `npm run bench -- share-expiry`, which says how late they are.

let broker: TcpProxy;
let netdisk: RunningNetdisk;
let ada: ApiClient;

beforeAll(async () => {
  broker = await openRabbitmqDoor();
  netdisk = await startNetdisk({ mode: 'real', ports: { rabbitmq: broker.port } });
  ada = await registerClient(netdisk.url);
}, 180_000);
afterAll(async () => {
  await netdisk?.stop();
  await broker.close();
});

test('with the broker cut off and the worker killed, every share that is due ends, none early and none that was changed', async () => {
  const ended = await liveShares(netdisk, ada, {
    count: 1_000,
    dueWithinSeconds: 20,
    changed: 40,
    async disturb() {
      await netdisk.kill('share-expiry');
      await broker.shut();
      await broker.reopen();
    },
  });
  expect(ended.lateness.length).toBeGreaterThanOrEqual(340);
  expect(ended).toMatchObject({ early: 0, wrong: 0 });
}, 120_000);

test('what ended while everything was down is marked after the start, all of it', async () => {
  const after = await endWhileDown(netdisk, ada, {
    count: 500,
    async whileDown() {
      await broker.shut();
      await broker.reopen();
    },
  });
  expect(after).toHaveLength(200);
}, 120_000);
