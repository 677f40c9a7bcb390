import { createElasticsearchIndex } from '@/server/search/elasticsearch-index';
import type { SearchIndex } from '@/server/search/search-index';
import { buildIndexQuery } from '@/tests/build-document';
import { type ApiClient, registerClient } from '@/tests/http/api-client';
import { MODES, type RunningNetdisk, startNetdisk } from '@/tests/start-netdisk';
import { waitUntil } from '@/tests/wait-until';
import { load, percentile, report } from './report';
import { countPending, QUERIES, seedEntries, vacuum } from './seed-entries';

const NAMES = 100_000;
const ROUNDS = 10;

/** Search through HTTP over 100,000 names of one account, beside the same query sent straight to the engine. */
export async function benchSearchLatency(): Promise<void> {
  for (const mode of MODES) {
    const netdisk = await startNetdisk({ mode });
    try {
      const client = await registerClient(netdisk.url);
      const { id } = await client.json<{ id: string }>('GET', '/api/me');
      await seedEntries(netdisk.databaseUrl, id, NAMES, { withEvents: true });
      await waitUntil('all are indexed', async () => (await countPending(netdisk.databaseUrl, id)) === 0, {
        seconds: 900,
        everyMs: 500,
      });
      await vacuum(netdisk.databaseUrl);
      for (const concurrency of [1, 8]) await measure(netdisk, client, id, mode, concurrency);
    } finally {
      await netdisk.stop();
    }
  }
}

async function measure(
  netdisk: RunningNetdisk,
  client: ApiClient,
  accountId: string,
  mode: string,
  concurrency: number,
): Promise<void> {
  const times = await search(concurrency, (query) => client.search(query));
  const raw = mode === 'real' ? await straightToEngine(netdisk, accountId, concurrency) : undefined;
  for (const p of [50, 95]) {
    report({
      bench: 'search',
      metric: `one page of 20, p${p}`,
      unit: 'ms',
      value: percentile(times, p),
      ...(raw ? { raw: { what: 'same query straight to Elasticsearch', value: percentile(raw, p) } } : {}),
      conditions: `${mode} mode, ${NAMES} names, ${concurrency} at once`,
    });
  }
}

async function straightToEngine(
  netdisk: RunningNetdisk,
  ownerId: string,
  concurrency: number,
): Promise<number[]> {
  const index: SearchIndex = createElasticsearchIndex({
    url: netdisk.env.ELASTICSEARCH_URL ?? '',
    alias: netdisk.env.SEARCH_INDEX_ALIAS ?? '',
  });
  try {
    return await search(concurrency, (text) => index.search(buildIndexQuery(ownerId, text, { size: 20 })));
  } finally {
    await index.close();
  }
}

/** Every query `ROUNDS` times, after one round that only warms up. */
async function search(concurrency: number, ask: (query: string) => Promise<unknown>): Promise<number[]> {
  await load(1, QUERIES, ask);
  return load(concurrency, Array.from({ length: ROUNDS }, () => QUERIES).flat(), ask);
}
