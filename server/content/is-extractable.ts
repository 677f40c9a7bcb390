import type { ContentFormat } from './content-format';

const MIB = 1024 ** 2;
/** Text is read into memory; other formats by a process of their own, from the disk. */
const MAX_TEXT_BYTES = 20 * MIB;
const MAX_BYTES = 100 * MIB;

/** Whether the text of a file of that size is worth asking for. */
export function isExtractable(format: ContentFormat, sizeBytes: number): boolean {
  return sizeBytes > 0 && sizeBytes <= (format === 'text' ? MAX_TEXT_BYTES : MAX_BYTES);
}
