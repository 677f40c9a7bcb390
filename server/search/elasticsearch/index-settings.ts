import type { estypes } from '@elastic/elasticsearch';

// The index as code. A change here that old documents do not satisfy raises MAPPING_VERSION: the first indexer that
// meets an older index then builds a new one behind the alias.

export const MAPPING_VERSION = 10;

/** Stands before the first character of a name, so that "begins with" is a phrase too. */
export const NAME_START = '\u0002';

/** The indexer refreshes by itself; this only catches what it wrote when it died before that. */
export const REFRESH_INTERVAL = '1s';

/** How an index is spread over a cluster; what exists keeps its shards until `search:rebuild`. */
export interface IndexLayout {
  shards: number;
  replicas: number;
}

export const indexSettings: estypes.IndicesIndexSettings = {
  refresh_interval: REFRESH_INTERVAL,
  // Documents of one drive side by side: a search walks through a few blocks of a posting list, and not through all.
  sort: { field: ['ownerId'], order: ['asc'] },
  // Each search looks up its terms in each segment, and asks far more often than segments are written.
  'merge.policy.segments_per_tier': 4,
  analysis: {
    tokenizer: {
      bigrams: { type: 'ngram', min_gram: 2, max_gram: 2 },
      unigrams: { type: 'ngram', min_gram: 1, max_gram: 1 },
    },
    filter: {
      // 'a/b/c' is a, b and c at the same place.
      alternatives: { type: 'pattern_capture', preserve_original: false, patterns: ['([^/]+)'] },
      // 'nian_' gives n, ni, nia, nian and nian_: beginnings, and the whole syllable apart from them.
      beginnings: { type: 'edge_ngram', min_gram: 1, max_gram: 7 },
    },
    analyzer: {
      bigrams: { type: 'custom', tokenizer: 'bigrams' },
      unigrams: { type: 'custom', tokenizer: 'unigrams' },
      sounds: {
        type: 'custom',
        tokenizer: 'whitespace',
        filter: ['alternatives', 'beginnings', 'remove_duplicates'],
      },
    },
  },
};

const matchedOnly = { norms: false, index_options: 'docs' } as const;
const filterOnly = { type: 'keyword', doc_values: false } as const;

export const indexMappings: estypes.MappingTypeMapping = {
  dynamic: 'strict',
  _meta: { version: MAPPING_VERSION },
  // What is derived is never read back: a rebuild starts from the database.
  _source: {
    excludes: [
      'type',
      'grams',
      'unigrams',
      'written',
      'exact',
      'tokens',
      'squashed',
      'sounds',
      'runs',
      'typo',
      'segments',
      'sortKey',
      'content',
    ],
  },
  properties: {
    entryId: { type: 'keyword' },
    ownerId: { type: 'keyword' },
    revision: { type: 'long' },
    removed: { type: 'boolean' },
    writtenAt: { type: 'date' },
    kind: filterOnly,
    type: { type: 'keyword' },
    extension: filterOnly,
    mimeType: { type: 'keyword' },
    sizeBytes: { type: 'long' },
    updatedAt: { type: 'date' },
    starred: { type: 'boolean', doc_values: false },
    ancestorIds: filterOnly,
    name: { type: 'keyword', index: false, doc_values: false },
    grams: { type: 'text', analyzer: 'bigrams', norms: false },
    unigrams: { type: 'text', analyzer: 'unigrams', ...matchedOnly },
    // Of the few names with traditional characters: every single one with its place, so that a word is a phrase.
    written: { type: 'text', analyzer: 'unigrams', norms: false },
    exact: filterOnly,
    tokens: {
      type: 'text',
      analyzer: 'whitespace',
      index_prefixes: { min_chars: 1, max_chars: 12 },
      ...matchedOnly,
    },
    squashed: { type: 'text', analyzer: 'bigrams', norms: false },
    sounds: { type: 'text', analyzer: 'sounds', search_analyzer: 'whitespace', norms: false },
    runs: { type: 'text', analyzer: 'sounds', search_analyzer: 'whitespace', norms: false },
    typo: filterOnly,
    segments: filterOnly,
    content: {
      type: 'text',
      analyzer: 'whitespace',
      index_prefixes: { min_chars: 1, max_chars: 12 },
      norms: false,
    },
    sortKey: { type: 'keyword' },
  },
};
