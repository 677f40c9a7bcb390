import type { FileType } from '@/contracts/file-types';

/** What hits must be besides matching the words. All of it holds together. */
export interface SearchFilters {
  kind: 'file' | 'folder' | null;
  /** Lower case; one of them. */
  extensions: string[] | null;
  /** Bytes, inclusive; only files have a size. */
  minSize: number | null;
  maxSize: number | null;
  modifiedFrom: Date | null;
  modifiedBefore: Date | null;
  starredOnly: boolean;
  /** Folded texts that must not stand in the name. */
  without: string[];
  /** Ids of folders: of each group, the entry stands below one. */
  folderIds: string[][];
  /** These entries and all that stands below them; null: wherever it stands. */
  subtrees: ReadonlySet<string> | null;
  /** One of them. Counts per type are of what fits all the rest. */
  types: FileType[] | null;
}

export const NO_FILTERS: SearchFilters = {
  kind: null,
  extensions: null,
  minSize: null,
  maxSize: null,
  modifiedFrom: null,
  modifiedBefore: null,
  starredOnly: false,
  without: [],
  folderIds: [],
  subtrees: null,
  types: null,
};
