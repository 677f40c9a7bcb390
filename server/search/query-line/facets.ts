import { FILE_TYPES, type FileType, fileTypeOf } from '@/contracts/file-types';

/** How many hits there are of each type. */
export type Facets = Record<FileType, number>;

/** So many entries of a kind and an extension; one where no number is given. */
export interface CountedEntries {
  kind: string;
  extension: string;
  count?: number;
}

/** Counts per type; each type has one, if 0. */
export function countFacets(groups: Iterable<CountedEntries>): Facets {
  // Each type has its key; Object.fromEntries widens them to string.
  const facets = Object.fromEntries(FILE_TYPES.map((type) => [type, 0])) as Facets;
  for (const group of groups) facets[fileTypeOf(group)] += group.count ?? 1;
  return facets;
}

/** Of two sets of hits that have none in common. */
export function addFacets(first: Facets, second: Facets): Facets {
  const types = FILE_TYPES.map((type) => [type, first[type] + second[type]]);
  return Object.fromEntries(types) as Facets;
}

/** Of all hits without some of them. */
export function subtractFacets(all: Facets, some: Facets): Facets {
  const types = FILE_TYPES.map((type) => [type, all[type] - some[type]]);
  return Object.fromEntries(types) as Facets;
}

/** How many hits there are, whatever their types. */
export function sumFacets(facets: Facets): number {
  return FILE_TYPES.reduce((sum, type) => sum + facets[type], 0);
}
