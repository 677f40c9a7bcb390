import { Prisma } from '@/prisma/generated/client';
import type { IndexHit } from './search-index';

/** A name as it is read from a table to be compared in this process, in the order of nameRowOf. */
export type NameRow = [
  entryId: string,
  revision: number,
  name: string,
  sizeBytes: number,
  updatedAtMs: number,
  kind: string,
  extension: string,
];

/**
 * The values of a NameRow, for json_build_array: Prisma takes many times as long to read the same as rows. `extract`
 * would work the milliseconds out in numerics, at more than all other values cost.
 */
export function nameRowOf(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${id}, revision, name, size_bytes, (date_part('epoch', updated_at) * 1000)::bigint, kind, extension`;
}

/** The hit that a row is, worth that rank. */
export function toHit(row: NameRow, rank: number): IndexHit {
  const [entryId, revision, name, sizeBytes, updatedAtMs, kind, extension] = row;
  return { entryId, revision, name, kind, extension, sizeBytes, updatedAt: new Date(updatedAtMs), rank };
}
