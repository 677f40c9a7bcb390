import { type LinePart, parseQueryLine } from '@/contracts/query-line/parse-query-line';
import type { LineFilter } from '@/contracts/query-line/read-filter';
import type { SearchQuery } from '@/contracts/search';
import { foldText } from '../names/fold/fold-name';
import { type ParsedQuery, readWords } from '../names/parse-query';
import { NO_FILTERS, type SearchFilters } from './search-filters';
import { DAY_MS, instantOfWallTime, wallDayOf } from './zoned-time';

/** What a search asks for. `places` name folders that are yet to be found. */
export interface ParsedSearch {
  query: ParsedQuery;
  filters: SearchFilters;
  places: string[];
  /** It asks for nothing, and nothing is found. */
  isEmpty: boolean;
}

const MAX_WITHOUT = 16;
const MAX_PLACES = 4;
/** The top of the drive, which everything stands below. */
const EVERYTHING = /^(\/+|root)$/i;

/** Reads the query line of a search and the filters given beside it. */
export function parseSearch(input: SearchQuery, now: Date): ParsedSearch {
  const parts = parseQueryLine(input.q);
  const query = readWords(
    parts.flatMap((part) =>
      part.kind === 'word' || part.kind === 'phrase'
        ? [{ text: part.text, exact: part.kind === 'phrase' }]
        : [],
    ),
  );
  const without = parts.flatMap(withoutText).slice(0, MAX_WITHOUT);
  const given = [
    ...parts.flatMap((part) => (part.kind === 'filter' ? [part.filter] : [])),
    ...givenFilters(input),
  ];
  const clock = { now: now.getTime(), timeZone: input.timeZone };
  const filters = given.reduce((all, filter) => narrow(all, filter, clock), {
    ...narrowToTime(NO_FILTERS, givenTime(input)),
    kind: input.kind ?? null,
    without,
  });
  const places = given.flatMap((filter) =>
    filter.key === 'in' && !EVERYTHING.test(filter.place) ? [filter.place] : [],
  );
  return {
    query,
    filters,
    places: [...new Set(places)].slice(0, MAX_PLACES),
    isEmpty:
      query.words.length === 0 && without.length === 0 && given.length === 0 && !input.from && !input.to,
  };
}

function withoutText(part: LinePart): string[] {
  if (part.kind !== 'without') return [];
  const text = foldText(part.text)
    .replace(/\p{Cs}/gu, '')
    .trim();
  return text === '' ? [] : [text];
}

/** The filters that the API takes as parameters of their own. */
function givenFilters({ type, ext, in: place, minSize, maxSize }: SearchQuery): LineFilter[] {
  const filters: LineFilter[] = [];
  if (type) filters.push({ key: 'type', types: [type] });
  if (ext) filters.push({ key: 'ext', extensions: [ext.toLowerCase().replace(/^\./, '')] });
  if (place) filters.push({ key: 'in', place });
  if (minSize !== undefined || maxSize !== undefined) {
    filters.push({ key: 'size', min: minSize ?? null, max: maxSize ?? null });
  }
  return filters;
}

/** When somebody searches, and whose days are meant. */
interface SearchClock {
  now: number;
  timeZone: string;
}

/** Instants in milliseconds UTC; null: open at that end. */
interface TimeRange {
  from: number | null;
  before: number | null;
}

function givenTime({ from, to, timeZone }: SearchQuery): TimeRange {
  const read = (moment: string) =>
    moment.includes('T') ? Date.parse(moment) : instantOfWallTime(Date.parse(moment), timeZone);
  return { from: from ? read(from) : null, before: to ? read(to) + 1 : null };
}

function readTime(filter: LineFilter & { key: 'modified' }, { now, timeZone }: SearchClock): TimeRange {
  if ('days' in filter) return { from: now - filter.days * DAY_MS, before: null };
  const today = wallDayOf(now, timeZone);
  const { from, before } = 'today' in filter ? { from: today, before: today + DAY_MS } : filter;
  const instant = (wallMs: number | null) => (wallMs === null ? null : instantOfWallTime(wallMs, timeZone));
  return { from: instant(from), before: instant(before) };
}

function narrowToTime(filters: SearchFilters, { from, before }: TimeRange): SearchFilters {
  return {
    ...filters,
    modifiedFrom: toDate(largest(filters.modifiedFrom?.getTime() ?? null, from)),
    modifiedBefore: toDate(smallest(filters.modifiedBefore?.getTime() ?? null, before)),
  };
}

/** Both what was asked for so far and this. */
function narrow(filters: SearchFilters, filter: LineFilter, clock: SearchClock): SearchFilters {
  switch (filter.key) {
    case 'type':
      return { ...filters, types: common(filters.types, filter.types) };
    case 'ext':
      return { ...filters, extensions: common(filters.extensions, filter.extensions) };
    case 'size':
      return {
        ...filters,
        minSize: largest(filters.minSize, filter.min),
        maxSize: smallest(filters.maxSize, filter.max),
      };
    case 'modified':
      return narrowToTime(filters, readTime(filter, clock));
    case 'is':
      return { ...filters, starredOnly: true };
    case 'in':
      return filters;
  }
}

function common<Value>(first: Value[] | null, second: Value[]): Value[] {
  return first === null ? second : first.filter((value) => second.includes(value));
}

function largest(first: number | null, second: number | null): number | null {
  return first === null ? second : Math.max(first, second ?? first);
}

function smallest(first: number | null, second: number | null): number | null {
  return first === null ? second : Math.min(first, second ?? first);
}

function toDate(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}
