import { FILE_TYPES, type FileType } from '@/contracts/file-types';
import { filterNamed } from '@/contracts/query-line/filter-names';
import { type LinePart, parseQueryLine, writeQueryLine } from '@/contracts/query-line/parse-query-line';

type FilterPart = Extract<LinePart, { kind: 'filter' }>;

/** The filters of a line, in the order they were written. */
export function filtersOf(line: string): FilterPart[] {
  return parseQueryLine(line).filter((part) => part.kind === 'filter');
}

/** The types that a line is narrowed to; empty where they may be any. */
export function chosenTypes(line: string): FileType[] {
  const chosen = filtersOf(line).flatMap(({ filter }) => (filter.key === 'type' ? filter.types : []));
  return FILE_TYPES.filter((type) => chosen.includes(type));
}

/** The line with this type among those it is narrowed to, or not; the others stay. */
export function withType(line: string, type: FileType, wanted: boolean): string {
  const others = chosenTypes(line).filter((chosen) => chosen !== type);
  const types = wanted ? [...others, type] : others;
  return withOnly(line, 'type', types.length === 0 ? null : `type:${types.join(',')}`);
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

/** What its one filter of a key asks for, as `withFilter` would take it; null where it has none, or more. */
export function filterValue(line: string, key: FilterKey): string | null {
  const parts = filtersOf(line).filter(({ filter }) => filter.key === key);
  const [part] = parts;
  return part === undefined || parts.length > 1 ? null : readValue(part);
}

function readValue({ filter, raw }: FilterPart): string {
  if ('today' in filter) return 'today';
  if ('days' in filter) return `${filter.days}d`;
  const [name = ''] = raw.split(/[:：]/u, 1);
  const value = raw.slice(name.length + 1).replace(/["“”＂]/gu, '');
  switch (filterNamed(name)) {
    case 'before':
      return `<${value}`;
    case 'after':
      return `>${value}`;
    default:
      return value;
  }
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
