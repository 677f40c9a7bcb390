import { FILE_TYPES, type FileType } from '../file-types';
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

/** What 'key:value' asks for; null where it means nothing, and is plain text then. */
export function readFilter(key: string, value: string): LineFilter | null {
  if (!PRINTABLE.test(value)) return null;
  switch (key) {
    case 'type':
      return readTypes(value);
    case 'ext':
      return readExtensions(value);
    case 'in':
      return { key, place: value };
    case 'size':
      return readSize(value);
    case 'modified':
      return readModified(value);
    case 'is':
      return value.toLowerCase() === 'starred' ? { key, is: 'starred' } : null;
    default:
      return null;
  }
}

function readTypes(value: string): LineFilter | null {
  const types = value.toLowerCase().split(',');
  const known = FILE_TYPES.filter((type) => types.includes(type));
  return known.length === new Set(types).size ? { key: 'type', types: known } : null;
}

function readExtensions(value: string): LineFilter | null {
  const extensions = value
    .toLowerCase()
    .split(',')
    .map((extension) => extension.replace(/^\./, ''));
  return extensions.some((extension) => extension === '') ? null : { key: 'ext', extensions };
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
  if (/^today$/i.test(value)) return { key: 'modified', today: true };
  const days = /^(\d{1,5})d$/i.exec(value)?.[1];
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
