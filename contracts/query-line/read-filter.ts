import { FILE_TYPES, type FileType } from '../file-types';
import { type FilterName, typeNamed } from './filter-names';
import { readMoment } from './read-moment';
import { readBytes, readRange } from './read-range';

/**
 * One filter of a query line. Bounds are inclusive but `before`; bytes, and wall time in milliseconds as if the zone of
 * the person was UTC.
 */
export type LineFilter =
  | { key: 'type'; types: FileType[] }
  | { key: 'ext'; extensions: string[] }
  /** The id, the name or the path of a folder; '/' and 'root' mean everything. */
  | { key: 'in'; place: string }
  | { key: 'size'; min: number | null; max: number | null }
  | { key: 'modified'; from: number | null; before: number | null }
  /** The last so many days, counted from when the search is made. */
  | { key: 'modified'; days: number }
  /** The day it is where the person is. */
  | { key: 'modified'; today: true }
  | { key: 'is'; is: 'starred' };

const MAX_DAYS = 36_500;
/** Control characters and halves of characters stand in no name, and databases refuse them. */
const PRINTABLE = /^[^\p{Cc}\p{Cs}]+$/u;

/** What a filter with this value asks for; null where it means nothing, and is plain text then. */
export function readFilter(name: FilterName, value: string): LineFilter | null {
  if (!PRINTABLE.test(value)) return null;
  switch (name) {
    case 'type':
      return typeFilter(readTypes(value));
    case 'ext':
      return extensionFilter(readExtensions(value));
    case 'in':
      return { key: 'in', place: value };
    case 'size':
      return readSize(value);
    case 'modified':
      return readModified(value);
    case 'before':
    case 'after':
      return readSide(name, value);
    case 'is':
      return /^(starred|已加星标)$/i.test(value) ? { key: 'is', is: 'starred' } : null;
  }
}

/** The types that 'pdf,image' names, in the order of FILE_TYPES; null where a word of it names none. */
export function readTypes(value: string): FileType[] | null {
  const types = readList(value).map(typeNamed);
  return types.includes(null) ? null : FILE_TYPES.filter((type) => types.includes(type));
}

/** The extensions that '.docx,odt' names, in lower case and without dots; null where one of them is empty. */
export function readExtensions(value: string): string[] | null {
  const extensions = readList(value).map((extension) => extension.toLowerCase().replace(/^\./, ''));
  return extensions.includes('') ? null : extensions;
}

function typeFilter(types: FileType[] | null): LineFilter | null {
  return types && { key: 'type', types };
}

function extensionFilter(extensions: string[] | null): LineFilter | null {
  return extensions && { key: 'ext', extensions };
}

function readList(value: string): string[] {
  return value.split(/[,，、]/u).map((item) => item.trim());
}

function readSize(value: string): LineFilter | null {
  const range = readRange(value, readBytes);
  if (!range) return null;
  const { low, high } = range;
  // Whole bytes: what is larger than n has n + 1 or more.
  const min = low && (low.inclusive ? Math.ceil(low.value) : Math.floor(low.value) + 1);
  const max = high && (high.inclusive ? Math.floor(high.value) : Math.ceil(high.value) - 1);
  return { key: 'size', min, max };
}

function readModified(value: string): LineFilter | null {
  if (/^(today|今天)$/i.test(value)) return { key: 'modified', today: true };
  const days = /^(\d{1,5})[d天]$/iu.exec(value)?.[1];
  if (days !== undefined) {
    const count = Number(days);
    return count >= 1 && count <= MAX_DAYS ? { key: 'modified', days: count } : null;
  }
  const range = readRange(value, readMoment);
  if (!range) return null;
  const { low, high } = range;
  // A date is the whole day, month or year: after it is what follows its end, up to it includes its last moment.
  const from = low && (low.inclusive ? low.value.start : low.value.end);
  const before = high && (high.inclusive ? high.value.end : high.value.start);
  return { key: 'modified', from, before };
}

/** What was changed before a day, month or year begins, or after it ended. */
function readSide(side: 'before' | 'after', value: string): LineFilter | null {
  const period = readMoment(value);
  if (!period) return null;
  return side === 'before'
    ? { key: 'modified', from: null, before: period.start }
    : { key: 'modified', from: period.end, before: null };
}
