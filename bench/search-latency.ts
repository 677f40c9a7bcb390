import { buildIndexQuery } from '@/tests/build-document';
import { type ApiClient, registerClient } from '@/tests/http/api-client';
import { generateNames } from '@/tests/relevance/generate-names';
import { generateQueries } from '@/tests/relevance/generate-queries';
import { MODES, type Mode, type RunningNetdisk, startNetdisk } from '@/tests/start-netdisk';
import { waitUntil } from '@/tests/wait-until';
import { openIndex } from './open-index';
import { load, percentile, report } from './report';
import { countPending, seedEntries, vacuum } from './seed-entries';
import { shuffle } from './shuffle';

const NAMES = 100_000;
const QUERIES_PER_KIND = 15;
const ROUNDS = 3;
/** Found in no name, and answered with what may have been meant: as many as there are queries of each kind. */
const FOUND_NOWHERE =
  'qwxvz protokol anrwser blarg fotoalbum kundn 鑫淼焱 龘龘 ukulele zzyzx kwyjibo 饕餮盛宴 wszystko xylofon qqqq'.split(
    ' ',
  );

interface Searched {
  netdisk: RunningNetdisk;
  mode: Mode;
  client: ApiClient;
  accountId: string;
  queries: string[];
}

/**
 * Search through HTTP over 100,000 names of one account, beside the same query sent straight to the engine: every kind
 * of query (tests/relevance) in equal parts, and what finds nothing.
 */
export async function benchSearchLatency(): Promise<void> {
  const names = generateNames(NAMES, 21);
  const kinds = generateQueries(names, QUERIES_PER_KIND, 31);
  const queries = shuffle([...kinds.map(({ text }) => text), ...FOUND_NOWHERE]);
  for (const mode of MODES) {
    const netdisk = await startNetdisk({ mode });
    try {
      const client = await registerClient(netdisk.url);
      const { id } = await client.json<{ id: string }>('GET', '/api/me');
      await seedEntries(netdisk.databaseUrl, id, names);
      await waitUntil('all are indexed', async () => (await countPending(netdisk.databaseUrl, id)) === 0, {
        seconds: 900,
        everyMs: 500,
      });
      await vacuum(netdisk.databaseUrl);
      const searched = { netdisk, mode, client, accountId: id, queries };
      for (const concurrency of [1, 8]) await measure(searched, concurrency);
    } finally {
      await netdisk.stop();
    }
  }
}

async function measure(searched: Searched, concurrency: number): Promise<void> {
  const { mode, queries, client } = searched;
  const times = await search(queries, concurrency, (query) => client.search(query));
  const raw = mode === 'real' ? await straightToEngine(searched, concurrency) : undefined;
  for (const p of [50, 95, 99]) {
    report({
      bench: 'search',
      metric: `one page of 20, p${p}`,
      unit: 'ms',
      value: percentile(times, p),
      ...(raw ? { raw: { what: 'same query straight to Elasticsearch', value: percentile(raw, p) } } : {}),
      conditions: `${mode} mode, ${NAMES} names, ${concurrency} at once, every kind of query`,
    });
  }
}

async function straightToEngine(
  { netdisk, accountId, queries }: Searched,
  concurrency: number,
): Promise<number[]> {
  const index = openIndex(netdisk);
  try {
    return await search(queries, concurrency, (text) =>
      index.search(buildIndexQuery(accountId, text, { size: 20 })),
    );
  } finally {
    await index.close();
  }
}

/** Every query `ROUNDS` times, after one round that only warms up. */
async function search(
  queries: string[],
  concurrency: number,
  ask: (query: string) => Promise<unknown>,
): Promise<number[]> {
  await load(1, queries, ask);
  return load(concurrency, Array.from({ length: ROUNDS }, () => queries).flat(), ask);
}
