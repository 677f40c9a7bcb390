import { randomUUID } from 'node:crypto';
import { parseQuery } from '@/server/search/names/parse-query';
import { NO_FILTERS } from '@/server/search/query-line/search-filters';
import type { FileDocument, IndexChange, IndexQuery } from '@/server/search/search-index';

/** A document as the indexer writes it; later ones are newer. */
export function buildDocument(
  ownerId: string,
  name: string,
  given: Partial<FileDocument> = {},
): FileDocument {
  built += 1;
  return {
    entryId: randomUUID(),
    ownerId,
    revision: built,
    kind: 'file',
    name,
    extension: '',
    mimeType: 'text/plain',
    sizeBytes: 10,
    updatedAt: new Date(Date.UTC(2026, 0, 1) + built * 1000),
    starred: false,
    ancestorIds: [],
    ...given,
  };
}

let built = 0;

/** The document as a change that an index is to write. */
export function put(document: FileDocument): IndexChange {
  return { kind: 'put', document };
}

export type GivenQuery = Partial<Omit<IndexQuery, 'query'>>;

/** What an engine is asked for a text: the first hundred hits of that drive by relevance, unless given otherwise. */
export function buildIndexQuery(ownerId: string, text: string, given: GivenQuery = {}): IndexQuery {
  return {
    ownerId,
    query: parseQuery(text),
    filters: NO_FILTERS,
    sort: 'relevance',
    order: 'desc',
    excludedIds: [],
    pending: { written: 0, sound: 0 },
    after: null,
    from: 0,
    size: 100,
    ...given,
  };
}
