import { z } from 'zod';

// Forms send their empty fields too: those are taken as not given.

/** A field that may be left out, or left empty. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return withEmptyAs(undefined, schema.optional()).optional();
}

/** A field that means `fallback` where it is left out, or left empty. */
export function withDefault<Schema extends z.ZodType>(schema: Schema, fallback: z.output<Schema>) {
  return withEmptyAs(fallback, schema).prefault(fallback);
}

function withEmptyAs<Schema extends z.ZodType>(fallback: unknown, schema: Schema) {
  const isEmpty = (value: unknown) => typeof value === 'string' && value.trim() === '';
  return z.preprocess((value) => (isEmpty(value) ? fallback : value), schema);
}

/** The nextCursor of the page before. */
export const cursor = optional(z.string().max(2_000));

/** How many a page holds. */
export function pageLength(most: number) {
  return z.coerce.number().int().min(1).max(most);
}
