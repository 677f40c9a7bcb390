import type { estypes } from '@elastic/elasticsearch';
import { extensionsOf, FILE_TYPES, type FileType, KNOWN_EXTENSIONS } from '@/contracts/file-types';
import type { Facets } from '../query-line/facets';
import type { SearchFilters } from '../query-line/search-filters';

type Query = estypes.QueryDslQueryContainer;

/** What documents must be, but for their type and for words that must not stand in the name. */
export function filterClauses(filters: SearchFilters): Query[] {
  const { kind, extensions, minSize, maxSize, modifiedFrom, modifiedBefore } = filters;
  const clauses: Query[] = filters.folderIds.map((ids) => ({ terms: { ancestorIds: ids } }));
  if (kind !== null) clauses.push({ term: { kind } });
  if (extensions !== null) clauses.push({ term: { kind: 'file' } }, { terms: { extension: extensions } });
  if (minSize !== null || maxSize !== null) {
    const sizeBytes = {
      ...(minSize !== null && { gte: minSize }),
      ...(maxSize !== null && { lte: maxSize }),
    };
    clauses.push({ term: { kind: 'file' } }, { range: { sizeBytes } });
  }
  if (modifiedFrom !== null) clauses.push({ range: { updatedAt: { gte: modifiedFrom.toISOString() } } });
  if (modifiedBefore !== null) clauses.push({ range: { updatedAt: { lt: modifiedBefore.toISOString() } } });
  if (filters.subtrees !== null) {
    const ids = [...filters.subtrees];
    const should = ['entryId', 'ancestorIds'].map((field) => ({ terms: { [field]: ids } }));
    clauses.push({ bool: { should } });
  }
  if (filters.starredOnly) clauses.push({ term: { starred: true } });
  return clauses;
}

/**
 * The filter by type, which the counts per type do not see. It asks for extensions, so that it holds in an index of an
 * older version too, which answers until the new one stands.
 */
export function typeFilter({ types }: SearchFilters): Query | undefined {
  if (types === null) return undefined;
  const file = { term: { kind: 'file' } };
  const should: Query[] = [{ bool: { filter: [file, { terms: { extension: extensionsOf(types) } }] } }];
  if (types.includes('folder')) should.push({ term: { kind: 'folder' } });
  if (types.includes('other')) {
    should.push({ bool: { filter: file, must_not: { terms: { extension: [...KNOWN_EXTENSIONS] } } } });
  }
  return { bool: { should } };
}

/** What is counted where an index of an older version knows no types: how many hits there are must be right. */
const UNKNOWN: FileType = 'other';

/** Counts per type: exact, because no bucket is left out. */
export const FACETS: estypes.AggregationsAggregationContainer = {
  terms: { field: 'type', size: FILE_TYPES.length, missing: UNKNOWN },
};

/** Hits per type, from the answer to an aggregation FACETS under the name `types`. */
export function readFacets(aggregations: Record<string, estypes.AggregationsAggregate> | undefined): Facets {
  const counts = bucketsOf(aggregations?.types);
  // Each type has its key; Object.fromEntries widens them to string.
  return Object.fromEntries(FILE_TYPES.map((type) => [type, counts.get(type) ?? 0])) as Facets;
}

function bucketsOf(aggregate: estypes.AggregationsAggregate | undefined): Map<string, number> {
  // The request above asks for terms of a keyword, which is the only aggregate with such buckets.
  const { buckets } = (aggregate ?? { buckets: [] }) as estypes.AggregationsStringTermsAggregate;
  if (!Array.isArray(buckets)) return new Map();
  return new Map(buckets.map(({ key, doc_count }) => [String(key), doc_count]));
}
