import { z } from 'zod';
import { entry } from './entries';
import { FILE_TYPES, fileType } from './file-types';
import { inOneLine } from './plain-text';
import { cursor, optional, pageLength, withDefault } from './query-fields';
import { readExtensions, readTypes } from './query-line/read-filter';
import { timeZone } from './time-zone';

/** Segments whose texts joined give the name (or snippet) to the letter: a page renders <mark> from them. */
export const highlightSegment = z.object({ text: z.string(), match: z.boolean() });
export type HighlightSegment = z.infer<typeof highlightSegment>;

export const matchKind = z.enum(['name', 'pinyin', 'similar', 'content']);
export type MatchKind = z.infer<typeof matchKind>;

const MAX_FILTER_CHARACTERS = 1_000;
const filterText = z.string().max(MAX_FILTER_CHARACTERS).check(inOneLine);

const SEVERAL = 'One, or several with commas between them';

const types = filterText
  .transform((text, context) => readTypes(text) ?? refuse(context, `${SEVERAL}: ${FILE_TYPES.join(', ')}.`))
  .meta({ description: `${SEVERAL}: ${FILE_TYPES.join(', ')}.` });

const extensions = filterText
  .transform((text, context) => readExtensions(text) ?? refuse(context, `${SEVERAL}, as in docx,odt.`))
  .meta({ description: `${SEVERAL}, as in docx,odt.` });

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

const WHOLE_BYTES = 'Write a whole number of bytes, from 0.';
const bytes = z.coerce.number(WHOLE_BYTES).int(WHOLE_BYTES).min(0, WHOLE_BYTES);

const moment = z.union(
  [z.iso.datetime({ offset: true }), z.iso.date()],
  'Write a day, as 2026-01-31, or a moment with its time zone, as 2026-01-31T10:00:00Z.',
);

/** `q` is a query line (docs/search.md); the filters beside it mean the same as inside it, and hold with it. */
export const searchQuery = z.object({
  q: z.string().default(''),
  type: optional(types),
  ext: optional(extensions),
  /** The id, name or path of a folder. */
  in: optional(filterText),
  minSize: optional(bytes),
  maxSize: optional(bytes),
  from: optional(moment),
  /** Its last moment is in it: the end of that day, or this very instant. */
  to: optional(moment),
  /** Whose days the dates of the line, and those of `from` and `to` without a time, are. */
  timeZone: withDefault(timeZone, 'UTC'),
  page: optional(z.coerce.number().int().min(1).max(1_000_000)).meta({
    description: 'Counted from 1; the first page without it. Not beside a cursor.',
  }),
  cursor: cursor.meta({
    description: 'nextCursor of the page before; all else but size stays as it was asked there.',
  }),
  size: withDefault(pageLength(100), 20),
  kind: optional(z.enum(['file', 'folder'])),
  sort: withDefault(z.enum(['relevance', 'name', 'size', 'updatedAt']), 'relevance'),
  order: optional(z.enum(['asc', 'desc'])),
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

/**
 * While more changes of one person than these wait for the index, it is left aside, and names alone are matched in the
 * database: so many pending rows cost more than that.
 */
export const MOST_PENDING = 2_000;

export const searchResult = z.object({
  items: z.array(searchHit),
  total: z.int(),
  /** How many hits there are of each type, a filter by type left out. */
  facets: z.record(fileType, z.int()),
  page: z.int().meta({ description: 'Of a cursor, one more than that of the page the cursor came with.' }),
  size: z.int(),
  nextCursor: z.string().nullable().meta({
    description: 'Goes on after this page, however deep; null on the last. A page before it may be short.',
  }),
  tookMs: z.number(),
  engine: z.enum(['elasticsearch', 'postgresql']),
  /** True when the engine was out of reach and names were matched in the database instead. */
  degraded: z.boolean(),
  /**
   * Changes of this person that the index does not show yet (they are in the answer all the same); at most one more than
   * MOST_PENDING.
   */
  pending: z.int(),
  /** A line near to this one that finds something; only where this one finds nothing. */
  suggestion: z.string().nullable(),
});
export type SearchResult = z.infer<typeof searchResult>;
