import type { Client, estypes } from '@elastic/elasticsearch';
import type { IndexHit } from '../search-index';

/** What a hit must bring along; the rest of the entry comes from the database. */
interface StoredFields {
  name: string;
  kind: string;
  extension: string;
  revision: number;
  sizeBytes: number;
  updatedAt: string;
}

export const STORED_FIELDS: (keyof StoredFields)[] = [
  'name',
  'kind',
  'extension',
  'revision',
  'sizeBytes',
  'updatedAt',
];

export type Hit = estypes.SearchHit<StoredFields>;

export interface Asking {
  client: Client;
  alias: string;
  timeoutMs: number;
}

/** One request, to the shard of that owner. */
export function askIndex(
  { client, alias, timeoutMs }: Asking,
  ownerId: string,
  body: estypes.SearchRequest,
): Promise<estypes.SearchResponse<StoredFields>> {
  return client.search<StoredFields>(
    { ...body, index: alias, routing: ownerId, allow_partial_search_results: false },
    { requestTimeout: timeoutMs, maxRetries: 0 },
  );
}

/** How many documents fit, as far as they were to be counted. */
export function totalOf({ hits: { total } }: estypes.SearchResponse<StoredFields>): number {
  return typeof total === 'number' ? total : (total?.value ?? 0);
}

/**
 * @throws {Error} where the request did not ask for STORED_FIELDS.
 */
export function readHit(hit: Hit): IndexHit {
  if (!hit._source || !hit._id) throw new Error('Elasticsearch answered a hit without its source.');
  return {
    entryId: hit._id,
    revision: hit._source.revision,
    rank: hit._score ?? 0,
    name: hit._source.name,
    kind: hit._source.kind,
    extension: hit._source.extension,
    sizeBytes: hit._source.sizeBytes,
    updatedAt: new Date(hit._source.updatedAt),
  };
}
