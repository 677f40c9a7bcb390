import type { estypes } from '@elastic/elasticsearch';
import { extensionsOf, KNOWN_EXTENSIONS } from '@/contracts/file-types';
import { countFacets, type Facets } from '../query-line/facets';
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

/** The filter by type, which the counts per type do not see. */
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

/** Counts of files and folders, and of files per known extension: exact, because no bucket is left out. */
export const facetAggregations: Record<string, estypes.AggregationsAggregationContainer> = {
  kinds: { terms: { field: 'kind', size: 2 } },
  extensions: {
    terms: { field: 'extension', include: [...KNOWN_EXTENSIONS], size: KNOWN_EXTENSIONS.length },
  },
};

export function readFacets(aggregations: Record<string, estypes.AggregationsAggregate> | undefined): Facets {
  const folders = bucketsOf(aggregations?.kinds).get('folder') ?? 0;
  const files = bucketsOf(aggregations?.kinds).get('file') ?? 0;
  const known = [...bucketsOf(aggregations?.extensions)];
  const counted = known.reduce((sum, [, count]) => sum + count, 0);
  return countFacets([
    { kind: 'folder', extension: '', count: folders },
    { kind: 'file', extension: '', count: files - counted },
    ...known.map(([extension, count]) => ({ kind: 'file', extension, count })),
  ]);
}

function bucketsOf(aggregate: estypes.AggregationsAggregate | undefined): Map<string, number> {
  // The request above asks for terms of keywords, which is the only aggregate with such buckets.
  const { buckets } = (aggregate ?? { buckets: [] }) as estypes.AggregationsStringTermsAggregate;
  if (!Array.isArray(buckets)) return new Map();
  return new Map(buckets.map(({ key, doc_count }) => [String(key), doc_count]));
}
