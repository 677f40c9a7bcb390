import type { SearchQuery } from '@/contracts/search';
import type { HitPosition } from './compare-hits';
import type { NameMatch } from './names/name-matcher';
import type { ParsedQuery } from './names/parse-query';
import type { Step, StepTotals } from './names/ranks';
import type { Facets } from './query-line/facets';
import type { SearchFilters } from './query-line/search-filters';

// The port to the search engine. An index is a copy that may be late or wrong; PostgreSQL's rows are the truth.

/** What is indexed of a live entry: ids and what can be searched, no path (the hydrate query resolves it). */
export interface FileDocument {
  entryId: string;
  ownerId: string;
  /** The external version: an older one never overwrites a newer one. */
  revision: number;
  kind: 'file' | 'folder';
  name: string;
  extension: string;
  mimeType: string;
  sizeBytes: number;
  updatedAt: Date;
  starred: boolean;
  /** From the entry's parent up to (without) the root. */
  ancestorIds: string[];
  /** The words of its text (content/content-words.ts); an engine takes them and does not give them back. */
  content?: string | undefined;
}

/** `remove` leaves a tombstone of that revision, so that a late `put` cannot resurrect the document. */
export type IndexChange =
  | { kind: 'put'; document: FileDocument }
  | { kind: 'remove'; entryId: string; ownerId: string; revision: number };

/**
 * `newer`: the index already holds this revision or a later one, which is success. `no index`: there is none to write
 * to, because it was never made, was lost, or is outdated.
 */
export type WriteOutcome =
  | { kind: 'written' }
  | { kind: 'newer' }
  | { kind: 'retry'; reason: string }
  | { kind: 'no index' }
  | { kind: 'rejected'; reason: string };

/** One hit as the index has it, with all that is needed to merge it with the delta in the same order. */
export interface IndexHit {
  entryId: string;
  revision: number;
  /** Comparable with the rank the name matcher gives (names/name-matcher.ts); 0 unless sorted by relevance. */
  rank: number;
  name: string;
  kind: string;
  extension: string;
  sizeBytes: number;
  updatedAt: Date;
}

/** A hit that was matched in this process. */
export type MatchedHit = IndexHit & NameMatch;

export interface IndexQuery {
  ownerId: string;
  /** Engines see folded words only, never the raw text of a person. Without words every name matches. */
  query: ParsedQuery;
  filters: SearchFilters;
  sort: SearchQuery['sort'];
  /** Relevance is always the best first. */
  order: 'asc' | 'desc';
  /** Left out of hits and totals: the delta answers for them. */
  excludedIds: string[];
  /** What the delta found, so that the step chosen is right for all sources together. */
  pending: StepTotals;
  /** Goes on after this hit, in the step it was found in; null: from the first hit on. Totals are of all hits. */
  after: { step: Step; hit: HitPosition } | null;
  /** So many hits are left out first; none with `after`. */
  from: number;
  size: number;
}

/** Hits in the order of compare-hits.ts. */
export interface IndexAnswer {
  /** How loosely words were matched in the end (names/ranks.ts); that of `after` where it is given. */
  step: Step;
  hits: IndexHit[];
  /** Exact. */
  total: number;
  /** Exact, and of what fits all filters but the one by type. */
  facets: Facets;
}

/** One document of a full scan; a tombstone holds no more than its revision. */
export type IndexedState =
  | { entryId: string; revision: number; removed: true }
  | { entryId: string; revision: number; removed: false; document: FileDocument };

/** A new index being filled beside the one in use. Writes to the index go to both until it is over. */
export interface IndexRebuild {
  write(changes: IndexChange[]): Promise<WriteOutcome[]>;
  /** Switches searches to the new index and drops the old one. */
  finish(): Promise<void>;
  /** Drops the new index. */
  abandon(): Promise<void>;
}

/**
 * `missing`: it was never made, or was lost with all it held. `outdated`: an older version of Netdisk made it, so that
 * it lacks fields; it can still be searched, and a rebuild replaces it.
 */
export type IndexCondition = 'ready' | 'missing' | 'outdated';

export interface SearchIndex {
  readonly engine: 'elasticsearch' | 'postgresql';
  inspect(): Promise<IndexCondition>;
  /** Creates what is missing; safe to run by several processes at once. */
  prepare(): Promise<void>;
  /** One outcome per change, in order; throws only when the engine is out of reach. */
  write(changes: IndexChange[]): Promise<WriteOutcome[]>;
  /** Resolves when everything written before the call is seen by searches. */
  makeVisible(): Promise<void>;
  /** A request for each step that is needed (names/ranks.ts). Throws when it is out of reach: the caller degrades. */
  search(query: IndexQuery): Promise<IndexAnswer>;
  /** Every document in ascending order of entryId, streamed with flat memory. */
  scan(): AsyncIterable<IndexedState>;
  /** The documents of these ids that exist, in any order. */
  read(entryIds: string[]): Promise<IndexedState[]>;
  /** Forgets tombstones written before `olderThan`; returns how many. */
  purgeTombstones(olderThan: Date): Promise<number>;
  startRebuild(): Promise<IndexRebuild>;
  /** Throws, naming the address and the remedy, when the engine is out of reach. */
  checkHealth(): Promise<void>;
  close(): Promise<void>;
}
