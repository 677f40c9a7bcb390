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
  /** It asks for nothing, or for more places, or more words to leave out, than are looked for, and nothing is found. */
  isEmpty: boolean;
}

/** Each is looked for in every name that is found. To leave one out would find what was not asked for. */
const MAX_WITHOUT = 64;
/** Each is a walk through the folders of its name. To leave one out would find what was not asked for. */
const MAX_PLACES = 16;
/** PostgreSQL refuses the year 0, and Elasticsearch years of five digits. */
const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00.000Z');
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');
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
  const without = [...new Set(parts.flatMap(withoutText))];
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
  const asksForNothing =
    query.words.length === 0 &&
    without.length === 0 &&
    given.length === 0 &&
    !input.from &&
    !input.to &&
    !input.kind;
  const places = placesOf(given);
  const asksTooMuch = places.length > MAX_PLACES || without.length > MAX_WITHOUT;
  return { query, filters, places, isEmpty: asksForNothing || asksTooMuch };
}

/** The different folders to look in, the top of the drive left out. */
function placesOf(given: LineFilter[]): string[] {
  const places = given.flatMap((filter) =>
    filter.key === 'in' && !EVERYTHING.test(filter.place) ? [filter.place] : [],
  );
  return [...new Set(places)];
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
  if (type) filters.push({ key: 'type', types: type });
  if (ext) filters.push({ key: 'ext', extensions: ext });
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
  return {
    from: from ? periodOf(from, timeZone).start : null,
    before: to ? periodOf(to, timeZone).end : null,
  };
}

/** A date is a whole day where the person is, and what has a time a millisecond; `end` is the instant after it. */
function periodOf(moment: string, timeZone: string): { start: number; end: number } {
  const start = Date.parse(moment);
  if (moment.includes('T')) return { start, end: start + 1 };
  return { start: instantOfWallTime(start, timeZone), end: instantOfWallTime(start + DAY_MS, timeZone) };
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

/** What lies beyond what both engines know moves to its edge: no entry is of a time out there. */
function toDate(milliseconds: number | null): Date | null {
  if (milliseconds === null) return null;
  return new Date(Math.min(Math.max(milliseconds, FIRST_INSTANT), LAST_INSTANT));
}
