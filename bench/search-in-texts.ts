import { contentWords } from '@/server/search/content/content-words';
import { type ApiClient, registerClient } from '@/tests/http/api-client';
import { seededRandom } from '@/tests/relevance/seeded-random';
import { MODES, type RunningNetdisk, startNetdisk } from '@/tests/start-netdisk';
import { waitUntil } from '@/tests/wait-until';
import { load, percentile, report, timed } from './report';
import { countPending, withClient } from './seed-entries';

const DOCUMENTS = 400;
const UPLOADS_AT_ONCE = 4;
const SHORTEST = 20_000;
const LONGEST = 300_000;
const ROUNDS = 20;

/** Found in all names, and in no text. */
const IN_NAMES = 'document';
/** Queries by what they ask of the texts, which stands in all of them. */
const QUERIES = {
  'a word': 'budget',
  'the beginning of a word': 'budg',
  'two words': 'budget common',
  'two words side by side': '"common budget"',
  'a span of Chinese': '年度报告',
  'the same in traditional characters': '年度報告',
  'a word of the name and one of the text': 'document budget',
};

/** Documents whose texts are read and searched: how many a second, and how long a page of twenty hits takes. */
export async function benchSearchInTexts(): Promise<void> {
  const texts = Array.from({ length: DOCUMENTS }, (_, number) => makeText(number));
  for (const mode of MODES) {
    const netdisk = await startNetdisk({ mode });
    try {
      const client = await registerClient(netdisk.url);
      await load(UPLOADS_AT_ONCE, [...texts.entries()], ([number, text]) =>
        client.upload(`document ${number}.txt`, text),
      );
      await measureReading(netdisk, client, texts, mode);
      await measureSearches(client, mode);
    } finally {
      await netdisk.stop();
    }
  }
}

/** From the last upload on, most were waiting by then: one is read at a time. */
async function measureReading(
  netdisk: RunningNetdisk,
  client: ApiClient,
  texts: string[],
  mode: string,
): Promise<void> {
  const { id } = await client.json<{ id: string }>('GET', '/api/me');
  const waiting = await countUnread(netdisk.databaseUrl);
  const ms = await timed(() =>
    waitUntil('all texts are read', async () => (await countUnread(netdisk.databaseUrl)) === 0, {
      seconds: 600,
      everyMs: 200,
    }),
  );
  await waitUntil('all are indexed', async () => (await countPending(netdisk.databaseUrl, id)) === 0, {
    seconds: 600,
    everyMs: 200,
  });
  const bare = await timed(async () => {
    for (const text of texts) contentWords(text);
  });
  report({
    bench: 'search-in-texts',
    metric: 'texts read, stored and handed to the index',
    unit: 'documents/s',
    value: waiting / (ms / 1000),
    raw: { what: 'cutting the same into words', value: texts.length / (bare / 1000) },
    conditions: `${mode} mode, ${DOCUMENTS} texts of ${SHORTEST / 1000} to ${LONGEST / 1000} thousand characters`,
  });
}

async function measureSearches(client: ApiClient, mode: string): Promise<void> {
  const inNames = await medianOf(client, IN_NAMES);
  for (const [what, query] of Object.entries(QUERIES)) {
    report({
      bench: 'search-in-texts',
      metric: `${what}, in all texts, p50`,
      unit: 'ms',
      value: await medianOf(client, query),
      raw: { what: 'a name, and nothing of the texts', value: inNames },
      conditions: `${mode} mode, ${DOCUMENTS} texts, one page of 20 through HTTP, 1 at once`,
    });
  }
}

/** After one round that only warms up. */
async function medianOf(client: ApiClient, query: string): Promise<number> {
  const asked = Array.from({ length: ROUNDS }, () => query);
  await load(1, asked, (q) => client.search(q));
  return percentile(await load(1, asked, (q) => client.search(q)), 50);
}

async function countUnread(databaseUrl: string): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ unread: number }>(
      `SELECT count(*)::int AS unread FROM blob_texts WHERE status = 'requested'`,
    );
    return rows[0]?.unread ?? 0;
  });
}

/** Words, a few often and most seldom, in every third document Chinese; the same at each run. */
function makeText(number: number): string {
  const random = seededRandom(number + 1);
  const length = SHORTEST + Math.floor(random() * (LONGEST - SHORTEST));
  const pieces = [`number ${number}, common budget 年度报告\n`];
  for (let written = 0; written < length; ) {
    const piece = number % 3 === 0 ? `${hanWord(random)}，` : `${latinWord(random)} `;
    pieces.push(piece);
    written += piece.length;
  }
  return pieces.join('');
}

function latinWord(random: () => number): string {
  const which = Math.floor(random() ** 3 * 20_000);
  return `${'etaoinshrdlu'[which % 12]}${which.toString(26).replace(/\d/g, 'a')}`;
}

function hanWord(random: () => number): string {
  return Array.from({ length: 12 }, () =>
    String.fromCodePoint(0x4e00 + Math.floor(random() ** 2 * 3_000)),
  ).join('');
}
