import { type Client, errors } from '@elastic/elasticsearch';
import { createCircuitBreaker } from './circuit-breaker';
import type { IndexLayout } from './elasticsearch/index-settings';
import {
  dropIndices,
  ensureIndex,
  inspectIndex,
  rebuildAlias,
  startIndex,
  switchIndex,
} from './elasticsearch/manage-indices';
import { type ElasticsearchAddress, openClient } from './elasticsearch/open-client';
import { createRefreshGate } from './elasticsearch/refresh-gate';
import { runSearch } from './elasticsearch/run-search';
import { readDocuments, scanDocuments } from './elasticsearch/scan-documents';
import { writeBulk } from './elasticsearch/write-bulk';
import type { IndexChange, IndexRebuild, SearchIndex, WriteOutcome } from './search-index';

const REQUEST_TIMEOUT_MS = 10_000;
/** A person waits: past this the database answers instead. */
const SEARCH_TIMEOUT_MS = 1_800;
const PAUSE_AFTER_FAILURE_MS = 3_000;
const REFRESH_GAP_MS = 250;

const ONE_NODE: IndexLayout = { shards: 1, replicas: 0 };

/**
 * The search port over Elasticsearch 8 or 9. Connects on first use.
 * @throws {Error} when the CA file cannot be read.
 */
export function createElasticsearchIndex(
  options: ElasticsearchAddress & { alias: string; layout?: IndexLayout },
): SearchIndex {
  const { url, alias, layout = ONE_NODE } = options;
  const next = rebuildAlias(alias);
  const client = openClient(options, REQUEST_TIMEOUT_MS);
  const breaker = createCircuitBreaker(PAUSE_AFTER_FAILURE_MS, isOutage);
  const refreshes = createRefreshGate(async () => {
    // Both: what a rebuild's switch brings into use must show what was reported visible before it.
    await client.indices.refresh({ index: [alias, next], ignore_unavailable: true, allow_no_indices: true });
  }, REFRESH_GAP_MS);

  async function write(changes: IndexChange[]): Promise<WriteOutcome[]> {
    const { outcomes, rebuilding } = await writeBulk(client, alias, next, changes);
    if (!rebuilding) return outcomes;
    const copies = (await writeBulk(client, next, null, changes)).outcomes;
    // The rebuild was over in between: the alias names the new index now.
    const again = copies.some(({ kind }) => kind === 'no index')
      ? (await writeBulk(client, alias, null, changes)).outcomes
      : copies;
    return outcomes.map((outcome, position) => worse(outcome, again[position] ?? outcome));
  }

  return {
    engine: 'elasticsearch',
    inspect: () => inspectIndex(client, alias),
    prepare: () => ensureIndex(client, alias, layout),
    write,
    makeVisible: () => refreshes.pass(),
    search: (query) => breaker.run(() => runSearch({ client, alias, timeoutMs: SEARCH_TIMEOUT_MS }, query)),
    scan: () => scanDocuments(client, alias),
    read: (entryIds) => readDocuments(client, alias, entryIds),
    async purgeTombstones(olderThan) {
      const { deleted } = await client.deleteByQuery({
        index: alias,
        query: {
          bool: {
            filter: [{ term: { removed: true } }, { range: { writtenAt: { lt: olderThan.toISOString() } } }],
          },
        },
        conflicts: 'proceed',
        refresh: true,
      });
      return deleted ?? 0;
    },
    startRebuild: () => startRebuild(client, alias, layout),
    async checkHealth() {
      try {
        // A search, for what an index is called is known also where none of its shards can be read.
        await client.search(
          { index: alias, size: 0, terminate_after: 1, allow_partial_search_results: false },
          { requestTimeout: 3_000 },
        );
      } catch (cause) {
        const { host } = new URL(url);
        throw new Error(
          `Elasticsearch at ${host} does not answer for '${alias}'. Start it, or correct ELASTICSEARCH_URL.`,
          { cause },
        );
      }
    },
    close: () => client.close(),
  };
}

async function startRebuild(client: Client, alias: string, layout: IndexLayout): Promise<IndexRebuild> {
  const name = await startIndex(client, alias, layout);
  return {
    write: async (changes) => (await writeBulk(client, rebuildAlias(alias), null, changes)).outcomes,
    finish: () => switchIndex(client, alias, name, layout),
    abandon: () => dropIndices(client, [name]),
  };
}

/** No answer, or one that no query could have changed. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof errors.ResponseError)) return error instanceof errors.ElasticsearchClientError;
  return error.statusCode === 429 || (error.statusCode ?? 500) >= 500;
}

function worse(first: WriteOutcome, second: WriteOutcome): WriteOutcome {
  const order: WriteOutcome['kind'][] = ['newer', 'written', 'retry', 'no index', 'rejected'];
  return order.indexOf(first.kind) >= order.indexOf(second.kind) ? first : second;
}
