import type { Client, estypes } from '@elastic/elasticsearch';
import type { FileDocument, IndexedState } from '../search-index';

const PAGE_SIZE = 5_000;

/** As build-document.ts writes it. */
type StoredDocument = Omit<FileDocument, 'updatedAt'> & { removed: boolean; updatedAt?: string };
type Hit = estypes.SearchHit<StoredDocument>;

/** Every document by ascending id. No point in time is held: ids never change, so none is missed or met twice. */
export async function* scanDocuments(client: Client, alias: string): AsyncGenerator<IndexedState> {
  let after: estypes.SortResults | undefined;
  for (;;) {
    const page = await searchStates(client, alias, {
      query: { match_all: {} },
      sort: [{ entryId: 'asc' }],
      size: PAGE_SIZE,
      ...(after ? { search_after: after } : {}),
    });
    yield* page.map(readState);
    after = page.at(-1)?.sort;
    if (page.length < PAGE_SIZE) return;
  }
}

/** The documents of these ids, wherever they are routed. */
export async function readDocuments(
  client: Client,
  alias: string,
  entryIds: string[],
): Promise<IndexedState[]> {
  const found: IndexedState[] = [];
  for (let start = 0; start < entryIds.length; start += PAGE_SIZE) {
    const page = await searchStates(client, alias, {
      query: { terms: { entryId: entryIds.slice(start, start + PAGE_SIZE) } },
      size: PAGE_SIZE,
    });
    found.push(...page.map(readState));
  }
  return found;
}

async function searchStates(client: Client, alias: string, body: estypes.SearchRequest): Promise<Hit[]> {
  const { hits } = await client.search<StoredDocument>({
    index: alias,
    ...body,
    track_total_hits: false,
    allow_partial_search_results: false,
  });
  return hits.hits;
}

function readState({ _source: stored }: Hit): IndexedState {
  if (!stored) throw new Error('Elasticsearch answered a document without its source.');
  const { entryId, revision, removed, updatedAt } = stored;
  if (removed) return { entryId, revision, removed };
  const { ownerId, kind, name, extension, mimeType, sizeBytes, starred, ancestorIds } = stored;
  const known = {
    entryId,
    ownerId,
    revision,
    kind,
    name,
    extension,
    mimeType,
    sizeBytes,
    starred,
    ancestorIds,
  };
  return { entryId, revision, removed, document: { ...known, updatedAt: new Date(updatedAt ?? 0) } };
}
