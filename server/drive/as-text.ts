import { isReadAsText, MAX_TEXT_BYTES } from '@/contracts/media-types';
import { invalidInput } from '@/server/errors';
import { extensionOf } from './entry-name';
import type { FileContent } from './open-content';

/**
 * The same content to be read as letters: plain text whatever the file is, so that source of HTML or JavaScript can be
 * shown and never runs, and its first `MAX_TEXT_BYTES` only.
 * @throws {NetdiskError} `invalid_input` for a file that is no text.
 */
export function asText(content: FileContent): FileContent {
  const extension = extensionOf(content.name, 'file');
  if (!isReadAsText({ mimeType: content.mimeType, extension })) {
    throw invalidInput('as', 'This file is not text. Leave out `as` to have its bytes.');
  }
  const sizeBytes = Math.min(content.sizeBytes, MAX_TEXT_BYTES);
  const isCut = sizeBytes < content.sizeBytes;
  return {
    ...content,
    mimeType: 'text/plain',
    sizeBytes,
    open: (range = isCut ? { start: 0, end: sizeBytes - 1 } : undefined) => content.open(range),
  };
}
