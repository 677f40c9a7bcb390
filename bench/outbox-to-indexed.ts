import { randomUUID } from 'node:crypto';
import { Client as Elasticsearch } from '@elastic/elasticsearch';
import { connect } from 'amqplib';
import { registerClient } from '@/tests/http/api-client';
import { generateNames } from '@/tests/relevance/generate-names';
import { MODES, type RunningNetdisk, startNetdisk } from '@/tests/start-netdisk';
import { waitUntil } from '@/tests/wait-until';
import { report, timed } from './report';
import { countPending, seedEntries } from './seed-entries';

const EVENTS = 20_000;
const BULK_SIZE = 1_000;

/** Events per second from a commit until the index shows them all, beside the bare broker and the bare `_bulk`. */
export async function benchOutboxToIndexed(): Promise<void> {
  for (const mode of MODES) {
    const netdisk = await startNetdisk({ mode });
    try {
      const client = await registerClient(netdisk.url);
      const { id } = await client.json<{ id: string }>('GET', '/api/me');
      await seedEntries(netdisk.databaseUrl, id, generateNames(EVENTS, 21));
      const committed = performance.now();
      await waitUntil('all are indexed', async () => (await countPending(netdisk.databaseUrl, id)) === 0, {
        seconds: 300,
      });
      const value = EVENTS / ((performance.now() - committed) / 1000);
      const conditions = `${mode} mode, ${EVENTS} events committed at once, until seen by searches`;
      report({ bench: 'outbox-to-indexed', metric: 'events', unit: 'events/s', value, conditions });
      if (mode === 'real') await reportRawLimits(netdisk);
    } finally {
      await netdisk.stop();
    }
  }
}

async function reportRawLimits(netdisk: RunningNetdisk): Promise<void> {
  const conditions = 'nothing of Netdisk in between';
  const publishes = await barePublishes(netdisk.env.AMQP_URL ?? '');
  const bulk = await bareBulk(netdisk.env.ELASTICSEARCH_URL ?? '');
  const bench = 'outbox-to-indexed';
  report({
    bench,
    metric: 'raw: confirmed publishes, 500 unconfirmed',
    unit: 'events/s',
    value: publishes,
    conditions,
  });
  report({
    bench,
    metric: `raw: _bulk of ${BULK_SIZE}, id and name only`,
    unit: 'documents/s',
    value: bulk,
    conditions,
  });
}

async function barePublishes(url: string): Promise<number> {
  const connection = await connect(url, { noDelay: true });
  const channel = await connection.createConfirmChannel();
  const queue = `bench-${randomUUID()}`;
  await channel.assertQueue(queue, { durable: true, arguments: { 'x-queue-type': 'quorum' } });
  const body = Buffer.alloc(300, 'x');
  const ms = await timed(async () => {
    for (let sent = 0; sent < EVENTS; sent += 500) {
      for (let count = 0; count < 500; count += 1) channel.sendToQueue(queue, body, { persistent: true });
      await channel.waitForConfirms();
    }
  });
  await channel.deleteQueue(queue);
  await connection.close();
  return EVENTS / (ms / 1000);
}

async function bareBulk(url: string): Promise<number> {
  const client = new Elasticsearch({ node: url });
  const index = `bench-${randomUUID()}`;
  await client.indices.create({ index, settings: { number_of_shards: 1, number_of_replicas: 0 } });
  const ms = await timed(async () => {
    for (let sent = 0; sent < EVENTS; sent += BULK_SIZE) {
      const operations = Array.from({ length: BULK_SIZE }, (_, count) => [
        { index: { _index: index, _id: String(sent + count) } },
        { name: `Annual-Report 2026-${sent + count}.pdf` },
      ]).flat();
      await client.bulk({ operations });
    }
  });
  await client.indices.delete({ index });
  await client.close();
  return EVENTS / (ms / 1000);
}
