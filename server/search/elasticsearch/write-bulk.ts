import { type Client, errors, type estypes } from '@elastic/elasticsearch';
import type { IndexChange, WriteOutcome } from '../search-index';
import { buildDocument } from './build-document';

export interface BulkResult {
  outcomes: WriteOutcome[];
  /** True where a rebuild was under way when these changes were written, so that they must go there too. */
  rebuilding: boolean;
}

const NO_SUCH_ALIAS = 'index_not_found_exception';
/** A field the mapping does not know: an older version made the index. */
const UNKNOWN_FIELD = 'strict_dynamic_mapping_exception';

/**
 * Writes whole documents with their revision as external version, in one request; one that is too large for the engine
 * (413) is halved and sent again.
 * `alias` must be an alias: an index made by accident would have no mapping. The last item of each request asks,
 * at the very moment of the write, whether `probedAlias` exists; it changes nothing.
 */
export async function writeBulk(
  client: Client,
  alias: string,
  probedAlias: string | null,
  changes: IndexChange[],
): Promise<BulkResult> {
  const [first] = changes;
  if (!first) return { outcomes: [], rebuilding: false };
  const writtenAt = new Date();
  // As text at once: a thousand documents of twenty fields each, kept as objects until they are sent, cost the
  // collector of garbage as much time as making them.
  const lines = changes.flatMap((change) => [
    JSON.stringify({ index: indexAction(alias, change) }),
    JSON.stringify(buildDocument(change, writtenAt)),
  ]);
  if (probedAlias) {
    const update = { _index: probedAlias, _id: 'probe', require_alias: true };
    lines.push(JSON.stringify({ update }), JSON.stringify({ doc: {} }));
  }
  const response = await sendBulk(client, lines);
  if (response === 'too large') return writeHalves(client, alias, probedAlias, changes);
  if (typeof response === 'string') {
    return { outcomes: changes.map(() => ({ kind: 'retry', reason: response })), rebuilding: false };
  }
  const probe = probedAlias ? response.items.at(-1)?.update : undefined;
  return {
    outcomes: changes.map((_, index) => itemOutcome(response.items[index]?.index)),
    rebuilding: probe !== undefined && probe.error?.type !== NO_SUCH_ALIAS,
  };
}

function indexAction(alias: string, change: IndexChange): Record<string, unknown> {
  const target = change.kind === 'put' ? change.document : change;
  return {
    _index: alias,
    _id: target.entryId,
    routing: target.ownerId,
    version: target.revision,
    // Not external_gte: that one lets an equal revision resurrect a removed document.
    version_type: 'external',
    require_alias: true,
  };
}

async function sendBulk(client: Client, operations: string[]): Promise<estypes.BulkResponse | string> {
  try {
    // Of the answer only what itemOutcome reads: the whole is as long as the documents.
    return await client.bulk({ operations, filter_path: 'items.*.status,items.*.error' });
  } catch (error) {
    if (!(error instanceof errors.ResponseError)) throw error;
    if (error.statusCode === 413) return 'too large';
    if (error.statusCode === 429 || (error.statusCode ?? 0) >= 500) return `status ${error.statusCode}`;
    throw error;
  }
}

async function writeHalves(
  client: Client,
  alias: string,
  probedAlias: string | null,
  changes: IndexChange[],
): Promise<BulkResult> {
  if (changes.length === 1) {
    return { outcomes: [{ kind: 'rejected', reason: 'the document is too large' }], rebuilding: false };
  }
  const middle = Math.ceil(changes.length / 2);
  const first = await writeBulk(client, alias, probedAlias, changes.slice(0, middle));
  const second = await writeBulk(client, alias, probedAlias, changes.slice(middle));
  return {
    outcomes: [...first.outcomes, ...second.outcomes],
    rebuilding: first.rebuilding || second.rebuilding,
  };
}

/** What an item's status means, measured against Elasticsearch 9.4 (a bulk answers 200 whatever its items say). */
function itemOutcome(item: estypes.BulkResponseItem | undefined): WriteOutcome {
  if (!item) return { kind: 'retry', reason: 'the answer holds no such item' };
  if (item.status < 300) return { kind: 'written' };
  if (item.status === 409) return { kind: 'newer' };
  if (item.error?.type === NO_SUCH_ALIAS || item.error?.type === UNKNOWN_FIELD) return { kind: 'no index' };
  const reason = `${item.error?.type ?? 'status'} ${item.status}: ${item.error?.reason ?? 'no reason given'}`;
  const passing = item.status === 429 || item.status >= 500;
  return { kind: passing ? 'retry' : 'rejected', reason };
}
