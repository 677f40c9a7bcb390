import type { FileType } from '@/contracts/file-types';
import { type LinePart, parseQueryLine, writeQueryLine } from '@/contracts/query-line/parse-query-line';

type FilterPart = Extract<LinePart, { kind: 'filter' }>;

/** The filters of a line, in the order they were written. */
export function filtersOf(line: string): FilterPart[] {
  return parseQueryLine(line).filter((part) => part.kind === 'filter');
}

/** The one type that a line is narrowed to; null where it is none, or several. */
export function chosenType(line: string): FileType | null {
  const types = filtersOf(line).flatMap(({ filter }) => (filter.key === 'type' ? filter.types : []));
  return types.length === 1 ? (types[0] ?? null) : null;
}

/** The line narrowed to a type, and to no other; null takes away every filter by type. */
export function withType(line: string, type: FileType | null): string {
  return withOnly(line, 'type', type && `type:${type}`);
}

export function isStarredOnly(line: string): boolean {
  return filtersOf(line).some(({ filter }) => filter.key === 'is');
}

export function withStarredOnly(line: string, wanted: boolean): string {
  return withOnly(line, 'is', wanted ? 'is:starred' : null);
}

/** The line with this as its one filter of the key, at the end; with none where it is null. */
function withOnly(line: string, key: FilterKey, raw: string | null): string {
  const others = parseQueryLine(line).filter((part) => part.kind !== 'filter' || part.filter.key !== key);
  return writeQueryLine(raw === null ? others : [...others, { raw }]);
}

type FilterKey = FilterPart['filter']['key'];

/** What stands behind the colon of its one filter of a key, without quotation marks; null where it has none, or more. */
export function filterValue(line: string, key: FilterKey): string | null {
  const raws = filtersOf(line).flatMap(({ filter, raw }) => (filter.key === key ? [raw] : []));
  const [raw] = raws;
  if (raw === undefined || raws.length > 1) return null;
  return raw.replace(/^[^:：]*[:：]/u, '').replace(/["“”＂]/gu, '');
}

/**
 * The line with this as its one filter of the key; null takes every filter of it away. A value that means nothing, or
 * cannot be written, leaves the line as it is.
 */
export function withFilter(line: string, key: FilterKey, value: string | null): string {
  if (value === null) return withOnly(line, key, null);
  const raw = `${key}:${/\s/u.test(value) ? `"${value}"` : value}`;
  const [part, ...others] = parseQueryLine(raw);
  const isFilter = part?.kind === 'filter' && part.filter.key === key && others.length === 0;
  return isFilter ? withOnly(line, key, raw) : line;
}

/** Its words alone. */
export function withoutFilters(line: string): string {
  return writeQueryLine(parseQueryLine(line).filter((part) => part.kind !== 'filter'));
}

/** The line without what was written so. */
export function withoutPart(line: string, raw: string): string {
  return writeQueryLine(parseQueryLine(line).filter((part) => part.raw !== raw));
}
