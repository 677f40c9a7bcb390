import { extensionsOf, KNOWN_EXTENSIONS } from '@/contracts/file-types';
import { Prisma } from '@/prisma/generated/client';
import type { SearchFilters } from './search-filters';

/**
 * The filters on columns that the tables of entries and of documents both have: all but the one by type, stars, words
 * that must not stand in the name, and folders.
 */
export function filterConditions(filters: SearchFilters): Prisma.Sql[] {
  const { kind, extensions, minSize, maxSize, modifiedFrom, modifiedBefore } = filters;
  const conditions: Prisma.Sql[] = [];
  if (kind !== null) conditions.push(Prisma.sql`kind = ${kind}`);
  if (extensions !== null) {
    conditions.push(Prisma.sql`kind = 'file' AND extension = ANY(${extensions}::text[])`);
  }
  if (minSize !== null) conditions.push(Prisma.sql`kind = 'file' AND size_bytes >= ${minSize}::bigint`);
  if (maxSize !== null) conditions.push(Prisma.sql`kind = 'file' AND size_bytes <= ${maxSize}::bigint`);
  if (modifiedFrom !== null) conditions.push(Prisma.sql`updated_at >= ${modifiedFrom}`);
  if (modifiedBefore !== null) conditions.push(Prisma.sql`updated_at < ${modifiedBefore}`);
  return conditions;
}

/** The filter by type. */
export function isOfType({ types }: SearchFilters): Prisma.Sql {
  if (types === null) return Prisma.sql`true`;
  const ways = [Prisma.sql`kind = 'file' AND extension = ANY(${extensionsOf(types)}::text[])`];
  if (types.includes('folder')) ways.push(Prisma.sql`kind = 'folder'`);
  if (types.includes('other')) {
    ways.push(Prisma.sql`kind = 'file' AND extension <> ALL(${[...KNOWN_EXTENSIONS]}::text[])`);
  }
  return Prisma.sql`(${Prisma.join(ways, ' OR ')})`;
}
