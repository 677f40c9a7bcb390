import { fileTypeOf } from '@/contracts/file-types';
import { foldText } from '../names/fold/fold-name';
import type { SearchFilters } from './search-filters';

/** What filters look at of an entry. */
export interface FilteredEntry {
  entryId: string;
  name: string;
  kind: string;
  extension: string;
  sizeBytes: number | bigint;
  updatedAt: Date;
  starred: boolean;
  /** The folders above it. */
  ancestorIds: string[];
}

/** Whether an entry passes all filters but the one by type. */
export function matchesFilters(filters: SearchFilters, entry: FilteredEntry): boolean {
  const { kind, extensions, minSize, maxSize, modifiedFrom, modifiedBefore } = filters;
  if (kind !== null && entry.kind !== kind) return false;
  if (extensions !== null && !(entry.kind === 'file' && extensions.includes(entry.extension))) return false;
  if (!fitsSize(entry, minSize, maxSize)) return false;
  if (modifiedFrom !== null && entry.updatedAt < modifiedFrom) return false;
  if (modifiedBefore !== null && entry.updatedAt >= modifiedBefore) return false;
  if (filters.starredOnly && !entry.starred) return false;
  if (!filters.folderIds.every((ids) => entry.ancestorIds.some((id) => ids.includes(id)))) return false;
  if (!standsWithin(entry, filters.subtrees)) return false;
  return holdsNone(entry.name, filters.without);
}

function standsWithin({ entryId, ancestorIds }: FilteredEntry, subtrees: SearchFilters['subtrees']): boolean {
  return subtrees === null || [entryId, ...ancestorIds].some((id) => subtrees.has(id));
}

/** Whether an entry is of one of the types asked for. */
export function matchesType({ types }: SearchFilters, entry: { kind: string; extension: string }): boolean {
  return types === null || types.includes(fileTypeOf(entry));
}

function fitsSize(
  { kind, sizeBytes }: FilteredEntry,
  minSize: number | null,
  maxSize: number | null,
): boolean {
  if (minSize === null && maxSize === null) return true;
  return kind === 'file' && sizeBytes >= (minSize ?? 0) && sizeBytes <= (maxSize ?? sizeBytes);
}

/** Whether a name holds none of these folded texts. */
export function holdsNone(name: string, texts: string[]): boolean {
  if (texts.length === 0) return true;
  const folded = foldText(name);
  return !texts.some((text) => folded.includes(text));
}
