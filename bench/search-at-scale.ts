import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { openDatabase } from '@/server/database/client';
import { createLog } from '@/server/log';
import { buildDocument } from '@/server/search/elasticsearch/build-document';
import { indexMappings, indexSettings } from '@/server/search/elasticsearch/index-settings';
import { streamCurrentEntries, toChange } from '@/server/search/indexing/file-document';
import { rebuildIndex } from '@/server/search/indexing/rebuild-index';
import { buildIndexQuery } from '@/tests/build-document';
import { generateQueries } from '@/tests/relevance/generate-queries';
import { type RunningNetdisk, startNetdisk } from '@/tests/start-netdisk';
import { openIndex } from './open-index';
import { openSearcher } from './open-searcher';
import { load, percentile, report, timed } from './report';
import { type SeededAccount, seedAccounts } from './seed-accounts';
import { shuffle } from './shuffle';

/** BENCH_DOCUMENTS: fewer, for a first look. */
const DOCUMENTS = Number(process.env.BENCH_DOCUMENTS ?? 1_000_000);
const BULK_SIZE = 1_000;
const BULKS_AT_ONCE = 4;
const SEARCHED_DRIVES = 50;
const WARMING_ROUNDS = 4;
const AT_ONCE = 8;
/** What the API asks for when nobody says otherwise. */
const PAGE_SIZE = 20;
const MERGE_TIMEOUT_MS = 600_000;
const MIB = 1024 ** 2;

interface Asked {
  account: SeededAccount;
  text: string;
}

/** A million documents of a thousand accounts in the real mode: how fast a rebuild makes them, and searches after it. */
export async function benchSearchAtScale(): Promise<void> {
  const netdisk = await startNetdisk({ mode: 'real' });
  try {
    const accounts = await seedAccounts(netdisk.databaseUrl, DOCUMENTS);
    await measureRebuild(netdisk);
    await measureSearches(netdisk, accounts);
  } finally {
    await netdisk.stop();
  }
}

async function measureRebuild(netdisk: RunningNetdisk): Promise<void> {
  const db = openDatabase(netdisk.databaseUrl);
  const searchIndex = openIndex(netdisk);
  const services = { db, databaseUrl: netdisk.databaseUrl, searchIndex, log: createLog('warn', 'bench') };
  const bodies = await makeBodies(db);
  try {
    let before = await bareBulk(netdisk, bodies);
    // The first finds an index that was lost, and has all to take out of the delta; the second is one of many.
    for (const state of ['of an index that was lost', 'of one in use']) {
      const memory = sampleMemory();
      let documents = 0;
      const ms = await timed(async () => {
        documents = await rebuildIndex(services);
      });
      const conditions = `real mode, ${documents} documents of ${documents / 1_000} accounts`;
      const [early, late] = memory.stop();
      await waitForMerge(netdisk);
      // On both sides of it: machines that others share are by a third faster in one minute than in another.
      const after = await bareBulk(netdisk, bodies);
      report({
        bench: 'search-at-scale',
        metric: `search:rebuild ${state}`,
        unit: 'documents/s',
        value: documents / (ms / 1000),
        raw: {
          what: 'bare _bulk of the same, before and after',
          value: (before + after) / 2,
        },
        conditions,
      });
      report({
        bench: 'search-at-scale',
        metric: `search:rebuild ${state}, most memory in the last quarter`,
        unit: 'MiB',
        value: late / MIB,
        raw: { what: 'in the second', value: early / MIB },
        conditions,
      });
      before = after;
    }
  } finally {
    await bodies.file.close();
    await searchIndex.close();
    await db.$disconnect();
  }
}

/** The most memory this process held in the second and in the last quarter of the time. */
function sampleMemory(): { stop(): [early: number, late: number] } {
  const samples: number[] = [];
  const sampling = setInterval(() => samples.push(process.memoryUsage().rss), 100);
  return {
    stop() {
      clearInterval(sampling);
      const quarter = Math.floor(samples.length / 4);
      const most = (from: number) => Math.max(...samples.slice(from, from + quarter));
      return [most(quarter), most(samples.length - quarter)];
    },
  };
}

/** What `_bulk` is sent, in a file: a million documents do not fit into the memory of this process. */
interface BulkBodies {
  file: FileHandle;
  places: { position: number; length: number }[];
  documents: number;
}

async function makeBodies(db: ReturnType<typeof openDatabase>): Promise<BulkBodies> {
  const name = path.join(tmpdir(), `netdisk-bench-${randomUUID()}`);
  const file = await open(name, 'w+');
  // Without a name it is gone with its handle, however this ends.
  await rm(name);
  const places: BulkBodies['places'] = [];
  let [position, documents] = [0, 0];
  const pages = streamCurrentEntries(db, {
    pageSize: BULK_SIZE,
    removedSince: new Date(),
    withContent: true,
  });
  for await (const page of pages) {
    const lines = page.map((entry) => {
      const action = { index: { _id: entry.entryId, routing: entry.ownerId } };
      return `${JSON.stringify(action)}\n${JSON.stringify(buildDocument(toChange(entry), new Date()))}\n`;
    });
    const body = Buffer.from(lines.join(''));
    await file.write(body, 0, body.length, position);
    places.push({ position, length: body.length });
    position += body.length;
    documents += page.length;
  }
  return { file, places, documents };
}

/** Documents a second when bodies made beforehand are sent to an index like ours by nothing but `fetch`. */
async function bareBulk(netdisk: RunningNetdisk, { file, places, documents }: BulkBodies): Promise<number> {
  const url = netdisk.env.ELASTICSEARCH_URL ?? '';
  const index = `${netdisk.env.SEARCH_INDEX_ALIAS}-bare`;
  const client = new Client({ node: url });
  await client.indices.create({
    index,
    settings: { ...indexSettings, number_of_replicas: 0, refresh_interval: '-1' },
    mappings: indexMappings,
  });
  const left = [...places];
  const ms = await timed(() =>
    Promise.all(
      Array.from({ length: BULKS_AT_ONCE }, async () => {
        for (let place = left.pop(); place; place = left.pop()) {
          const body = Buffer.alloc(place.length);
          await file.read(body, 0, place.length, place.position);
          const headers = { 'Content-Type': 'application/x-ndjson' };
          const answer = await fetch(new URL(`${index}/_bulk`, url), { method: 'POST', body, headers });
          // Any answer of it, so that refused documents do not pass for a rate.
          const { errors } = (await answer.json()) as { errors?: boolean };
          if (errors !== false) throw new Error('Elasticsearch refused documents of the bare _bulk.');
        }
      }),
    ),
  );
  await client.indices.delete({ index });
  await client.close();
  return documents / (ms / 1000);
}

/** Until the merge that ends a rebuild is over: asked for again, it is waited for. */
async function waitForMerge({ env }: RunningNetdisk): Promise<void> {
  const client = new Client({ node: env.ELASTICSEARCH_URL ?? '', requestTimeout: MERGE_TIMEOUT_MS });
  const ms = await timed(() =>
    client.indices.forcemerge({ index: env.SEARCH_INDEX_ALIAS ?? '', max_num_segments: 1 }),
  );
  await client.close();
  report({
    bench: 'search-at-scale',
    metric: 'merge after search:rebuild',
    unit: 'ms',
    value: ms,
    conditions: `real mode, ${DOCUMENTS} documents`,
  });
}

async function measureSearches(netdisk: RunningNetdisk, accounts: SeededAccount[]): Promise<void> {
  const asked = chooseSearches(accounts);
  const searcher = openSearcher(netdisk.url, AT_ONCE);
  const times = await search(asked, ({ account, text }) => searcher.search(account.token, text));
  searcher.close();
  const searchIndex = openIndex(netdisk);
  const raw = await search(asked, async ({ account, text }) => {
    await searchIndex.search(buildIndexQuery(account.accountId, text, { size: PAGE_SIZE }));
  });
  await searchIndex.close();
  for (const p of [50, 95, 99]) {
    report({
      bench: 'search-at-scale',
      metric: `one page of 20 through HTTP, p${p}`,
      unit: 'ms',
      value: percentile(times, p),
      raw: { what: 'same query straight to Elasticsearch', value: percentile(raw, p) },
      conditions: `real mode, ${DOCUMENTS} documents of ${accounts.length} accounts, ${AT_ONCE} at once, every kind of query`,
    });
  }
}

/** Every kind of query (tests/relevance) in equal parts, asked of so many drives in an order by chance. */
function chooseSearches(accounts: SeededAccount[]): Asked[] {
  const asked = Array.from(
    { length: SEARCHED_DRIVES },
    (_, number) => accounts[(number * 37) % accounts.length],
  )
    .filter((account) => account !== undefined)
    .flatMap((account) => generateQueries(account.names, 3, 31).map(({ text }) => ({ account, text })));
  return shuffle(asked);
}

/**
 * Over and over before it is measured: a server in use is warm, and the compilers of its processes take some thousand
 * searches for that (p95 by rounds of 2,000: 179, 112, 89, 76, 68 ms).
 */
async function search(asked: Asked[], ask: (search: Asked) => Promise<unknown>): Promise<number[]> {
  for (let round = 0; round < WARMING_ROUNDS; round += 1) await load(AT_ONCE, asked, ask);
  return load(AT_ONCE, asked, ask);
}
