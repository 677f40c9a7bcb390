import { afterAll, beforeAll, expect, test } from 'vitest';
import { openElasticsearchDoor, openRabbitmqDoor } from '../proxies/service-doors';
import type { TcpProxy } from '../proxies/tcp-proxy';
import { type RunningNetdisk, startNetdisk } from '../start-netdisk';
import { waitUntil } from '../wait-until';
import { type ApiClient, registerClient } from './api-client';

// The real services stand behind doors that the tests shut: to Netdisk they are then down.
let rabbitmq: TcpProxy;
let elasticsearch: TcpProxy;
let netdisk: RunningNetdisk;
let ada: ApiClient;

beforeAll(async () => {
  rabbitmq = await openRabbitmqDoor();
  elasticsearch = await openElasticsearchDoor();
  netdisk = await startNetdisk({
    mode: 'real',
    ports: { rabbitmq: rabbitmq.port, elasticsearch: elasticsearch.port },
  });
  ada = await registerClient(netdisk.url);
}, 180_000);

afterAll(async () => {
  await netdisk?.stop();
  await rabbitmq?.close();
  await elasticsearch?.close();
});

async function allIndexed(query: string, count: number): Promise<boolean> {
  const result = await ada.search(query, { size: '100' });
  return result.total === count && result.pending === 0 && result.items.every((item) => item.indexed);
}

test('with Elasticsearch stopped search still answers, says so, and recovers by itself', async () => {
  await ada.upload('before-the-outage.txt');
  await waitUntil('it is indexed', () => allIndexed('outage', 1));
  await elasticsearch.shut();
  await ada.upload('during-the-outage.txt');
  const degraded = await ada.search('outage');
  expect(degraded).toMatchObject({ degraded: true, engine: 'postgresql', total: 2 });
  expect(degraded.items.map((item) => item.name).sort()).toEqual([
    'before-the-outage.txt',
    'during-the-outage.txt',
  ]);
  expect((await fetch(`${netdisk.url}/api/health/ready`)).status).toBe(200);
  await elasticsearch.reopen();
  await waitUntil('search is whole again', async () => !(await ada.search('outage')).degraded, {
    seconds: 60,
  });
  await waitUntil('all of it is indexed', () => allIndexed('outage', 2), { seconds: 120 });
}, 240_000);

test('with RabbitMQ stopped uploads go on, and all of it is indexed when it is back', async () => {
  await rabbitmq.shut();
  for (let count = 1; count <= 20; count += 1) await ada.upload(`offline-${count}.txt`);
  const meanwhile = await ada.search('offline', { size: '100' });
  expect(meanwhile).toMatchObject({ total: 20, degraded: false, pending: 20 });
  await rabbitmq.reopen();
  await waitUntil('all of it is indexed', () => allIndexed('offline', 20), { seconds: 120 });
}, 240_000);
