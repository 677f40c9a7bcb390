import { Prisma } from '@/prisma/generated/client';

// Conditions that the index on search_documents.terms answers alone. The terms come from a subselect, because planning
// with their values PostgreSQL (15) takes many rare terms for many rows, and reads the whole table instead.

export function holdsAllOf(terms: string[]): Prisma.Sql {
  return Prisma.sql`terms @> (SELECT ${[...new Set(terms)]}::text[])`;
}

export function holdsOneOf(terms: string[]): Prisma.Sql {
  return Prisma.sql`terms && (SELECT ${[...new Set(terms)]}::text[])`;
}
