import { z } from 'zod';
import { entry } from './entries';

/** Segments whose texts joined give the name (or snippet) to the letter: a page renders <mark> from them. */
export const highlightSegment = z.object({ text: z.string(), match: z.boolean() });
export type HighlightSegment = z.infer<typeof highlightSegment>;

export const matchKind = z.enum(['name', 'pinyin', 'similar', 'content']);
export type MatchKind = z.infer<typeof matchKind>;

/** Longer queries are cut before anything looks at them: an engine never pays for a hostile one. */
export const MAX_QUERY_CHARACTERS = 256;

export const searchQuery = z.object({
  q: z.string().default(''),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
  kind: z.enum(['file', 'folder']).optional(),
  sort: z.enum(['relevance', 'name', 'size', 'updatedAt']).default('relevance'),
  order: z.enum(['asc', 'desc']).optional(),
});
export type SearchQuery = z.infer<typeof searchQuery>;

export const searchHit = entry.extend({
  highlight: z.object({
    name: z.array(highlightSegment),
    content: z.array(z.array(highlightSegment)).optional(),
  }),
  matchedBy: z.array(matchKind),
});
export type SearchHit = z.infer<typeof searchHit>;

export const searchResult = z.object({
  items: z.array(searchHit),
  total: z.int(),
  page: z.int(),
  size: z.int(),
  tookMs: z.number(),
  engine: z.enum(['elasticsearch', 'postgresql']),
  /** True when the engine was out of reach and names were matched in the database instead. */
  degraded: z.boolean(),
  /** Changes of this person that the index does not show yet (they are in the answer all the same). */
  pending: z.int(),
});
export type SearchResult = z.infer<typeof searchResult>;
