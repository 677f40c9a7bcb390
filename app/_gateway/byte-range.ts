import { NetdiskError } from '@/server/errors';
import type { ByteRange } from '@/server/storage/blob-store';

const ONE_RANGE = /^bytes=\s*(\d*)-(\d*)\s*$/i;

/**
 * The one range a `Range` header asks for (RFC 9110 section 14.2), or undefined for the whole file: without a
 * header, for another unit, for nonsense, and for several ranges, which a server may ignore and whose assembling
 * has been an attack.
 * @throws {NetdiskError} `range_not_satisfiable` with the size, where no byte of the file is in the range.
 */
export function parseRange(header: string | null, sizeBytes: number): ByteRange | undefined {
  const [, first = '', last = ''] = ONE_RANGE.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  return first === '' ? suffixRange(Number(last), sizeBytes) : boundedRange(first, last, sizeBytes);
}

/** 'bytes=-500': the last 500 bytes, or all where there are fewer. */
function suffixRange(length: number, sizeBytes: number): ByteRange | undefined {
  if (length === 0) throw notSatisfiable(sizeBytes);
  // An empty file has no byte to name in Content-Range: it is answered whole.
  if (sizeBytes === 0) return undefined;
  return { start: Math.max(0, sizeBytes - length), end: sizeBytes - 1 };
}

function boundedRange(first: string, last: string, sizeBytes: number): ByteRange | undefined {
  const start = Number(first);
  const end = last === '' ? Number.POSITIVE_INFINITY : Number(last);
  if (end < start) return undefined;
  if (start >= sizeBytes) throw notSatisfiable(sizeBytes);
  return { start, end: Math.min(end, sizeBytes - 1) };
}

function notSatisfiable(sizeBytes: number): NetdiskError {
  return new NetdiskError(
    'range_not_satisfiable',
    `The file has ${sizeBytes} bytes, and none of them is in the range asked for.`,
    { sizeBytes },
  );
}
