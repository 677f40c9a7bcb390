import type { estypes } from '@elastic/elasticsearch';
import type { QueryWord } from '../names/parse-query';
import type { Reading } from '../names/sounds/query-readings';
import type { IndexQuery } from '../search-index';
import { wholeSyllable } from './build-document';
import { filterClauses } from './filter-clauses';

// What every query of the index is made of.

export type Query = estypes.QueryDslQueryContainer;

/** Whose documents are looked at, and which of them; of any type. */
export function scopeOf({ ownerId, filters, excludedIds }: IndexQuery): {
  filter: Query[];
  must_not: Query[];
} {
  return {
    filter: [{ term: { ownerId } }, { term: { removed: false } }, ...filterClauses(filters)],
    must_not: [
      ...(excludedIds.length > 0 ? [{ terms: { entryId: excludedIds } }] : []),
      ...filters.without.map((text) => contains('grams', text)),
    ],
  };
}

/** Bigrams side by side are the text itself; a single character has none and is a term of its own. */
export function contains(field: 'grams' | 'squashed', text: string): Query {
  if (Array.from(text).length > 1) return { match_phrase: { [field]: text } };
  return { term: { unigrams: text } };
}

/** The sounds of a reading as the fields `sounds` and `runs` hold them. */
export function soundsOf({ pieces }: Reading): string {
  return pieces.map(({ kind, text }) => (kind === 'syllable' ? wholeSyllable(text) : text)).join(' ');
}

/** A reading anywhere among the Chinese characters of a name, with the written words it has beside them. */
export function heard(reading: Reading): Query {
  const words = reading.tokens.map((token): Query => ({ term: { tokens: token } }));
  return all([phrase('sounds', soundsOf(reading)), ...words]);
}

/** These sounds side by side, in a field of build-document.ts. */
export function phrase(field: 'sounds' | 'runs', sounds: string): Query {
  return { match_phrase: { [field]: sounds } };
}

/** The most words that the last of several may be the beginning of. */
const MAX_LAST_WORDS = 1_000;

/** The words side by side in the text; the last may go on, as one that is still being typed does. */
export function standsInText({ content }: QueryWord): Query | null {
  if (!content) return null;
  const { words, mayGoOn } = content;
  const [first, ...others] = words;
  if (others.length === 0) return mayGoOn ? { prefix: { content: first } } : { term: { content: first } };
  const query = words.join(' ');
  return mayGoOn
    ? { match_phrase_prefix: { content: { query, max_expansions: MAX_LAST_WORDS } } }
    : { match_phrase: { content: query } };
}

/** What fits each of some clauses, without a score. */
export function all(filter: Query[]): Query {
  const [only] = filter;
  return only && filter.length === 1 ? only : { bool: { filter } };
}
