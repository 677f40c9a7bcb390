import { formatOf } from './content-format';

const MIB = 1024 ** 2;
/** Text is read into memory; other formats by a process of their own, from the disk. */
const MAX_TEXT_BYTES = 20 * MIB;
const MAX_BYTES = 100 * MIB;

/** Whether the text of such a file is worth asking for. Its extension decides: bytes are not looked at. */
export function isExtractable({ extension, sizeBytes }: { extension: string; sizeBytes: number }): boolean {
  const format = formatOf(extension);
  if (format === null || sizeBytes === 0) return false;
  return sizeBytes <= (format === 'text' ? MAX_TEXT_BYTES : MAX_BYTES);
}
