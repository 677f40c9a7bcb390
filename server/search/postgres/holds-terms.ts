import { Prisma } from '@/prisma/generated/client';

// Conditions that the index on search_documents.terms answers alone. The terms come from a subselect, because planning
// with their values PostgreSQL (15) takes many rare terms for many rows, and reads the whole table instead.

/** For a WHERE: the document has each of the terms. */
export function holdsAllOf(terms: string[]): Prisma.Sql {
  return Prisma.sql`terms @> (SELECT ${[...new Set(terms)]}::text[])`;
}

/** For a WHERE: the document has at least one of the terms. */
export function holdsOneOf(terms: string[]): Prisma.Sql {
  return Prisma.sql`terms && (SELECT ${[...new Set(terms)]}::text[])`;
}
