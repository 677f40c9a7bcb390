import { decodeText, markedEncoding } from '@/contracts/decode-text';

/** The letters of a file that calls itself text. Bytes with a NUL are none, unless a mark names their encoding: ''. */
export function readText(bytes: Buffer): string {
  return bytes.includes(0) && !markedEncoding(bytes) ? '' : decodeText(bytes);
}
