import { afterAll, beforeAll, expect, test } from 'vitest';
import { liveShares } from '../share-lives';
import { type RunningNetdisk, startNetdisk } from '../start-netdisk';
import { openTcpProxy, type TcpProxy } from '../tcp-proxy';
import { type ApiClient, registerClient } from './api-client';

// A small part of `npm run bench -- share-expiry`, which says how late they are.

let broker: TcpProxy;
let netdisk: RunningNetdisk;
let ada: ApiClient;

beforeAll(async () => {
  const { hostname, port } = new URL(process.env.TEST_AMQP_URL ?? 'amqp://127.0.0.1:5672');
  broker = await openTcpProxy({ host: hostname, port: Number(port || 5672) });
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
    dueWithinSeconds: 15,
    async disturb() {
      await netdisk.kill('share-expiry');
      await broker.shut();
      await broker.reopen();
    },
  });
  expect(ended.lateness.length).toBeGreaterThanOrEqual(340);
  expect(ended).toMatchObject({ early: 0, wrong: 0 });
}, 120_000);
