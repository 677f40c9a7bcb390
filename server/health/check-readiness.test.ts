import { rm, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTcpProxy, type TcpProxy } from '@/tests/proxies/tcp-proxy';
import { type InstalledServices, installServices } from '@/tests/routes/installed-services';
import { callRoute } from '@/tests/routes/route-files';
import { checkReadiness } from './check-readiness';

/** A port that nothing listens on: a door that was shut. */
let shutDoor: TcpProxy;
let installed: InstalledServices;

beforeEach(async () => {
  shutDoor = await openTcpProxy({ host: '127.0.0.1', port: 1 });
  await shutDoor.shut();
});
afterEach(() => installed.remove());

test('with everything in reach it is ready', async () => {
  installed = await installServices();
  expect(await checkReadiness(installed.services)).toEqual({
    status: 'ready',
    checks: { database: 'up', blobs: 'up', queue: 'up', search: 'up' },
  });
  expect((await callRoute('GET', '/api/health/ready')).status).toBe(200);
});

test('without broker and search engine it goes on, and names what is missing', async () => {
  const address = `127.0.0.1:${shutDoor.port}`;
  installed = await installServices({
    AMQP_URL: `amqp://${address}`,
    ELASTICSEARCH_URL: `http://${address}`,
  });
  const response = await callRoute('GET', '/api/health/ready');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    status: 'degraded',
    checks: { database: 'up', blobs: 'up', queue: 'degraded', search: 'degraded' },
  });
});

test('with a broker that answers and takes no messages it is degraded', async () => {
  installed = await installServices();
  const { db } = installed.services;
  const wait = (seconds: number) =>
    db.outboxEvent.create({
      data: { type: 'entry.saved', payload: {}, createdAt: new Date(Date.now() - seconds * 1_000) },
    });
  await wait(5);
  expect((await checkReadiness(installed.services)).status).toBe('ready');
  await db.outboxEvent.deleteMany();
  await wait(120);
  expect(await checkReadiness(installed.services)).toMatchObject({
    status: 'degraded',
    checks: { queue: 'degraded', search: 'up' },
  });
});

test('without the database it is not ready, and still alive', async () => {
  installed = await installServices({
    DATABASE_URL: `postgresql://postgres:secret@127.0.0.1:${shutDoor.port}/nothing`,
  });
  const response = await callRoute('GET', '/api/health/ready');
  expect(response.status).toBe(503);
  const problem = await response.json();
  expect(problem).toMatchObject({ code: 'unavailable', detail: 'Not ready: database down, blobs up.' });
  expect(JSON.stringify(problem)).not.toContain('secret');
  expect((await callRoute('GET', '/api/health/live')).status).toBe(200);
});

test('without a folder for the bytes it is not ready', async () => {
  installed = await installServices();
  const { dataDir } = installed.services.config;
  await rm(dataDir, { recursive: true });
  await writeFile(dataDir, 'a file where the folder should be');
  expect(await checkReadiness(installed.services)).toMatchObject({
    status: 'unavailable',
    checks: { database: 'up', blobs: 'down' },
  });
});
