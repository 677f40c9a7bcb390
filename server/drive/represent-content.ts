import type { z } from 'zod';
import type { contentQuery } from '@/contracts/entries';
import type { Database } from '@/server/database/client';
import { asText } from './as-text';
import { asThumbnail } from './as-thumbnail';
import type { FileContent } from './open-content';

/** What of a file is asked for. What is to be saved is always the file itself. */
export interface ContentRequest {
  asDownload: boolean;
  as?: z.infer<typeof contentQuery>['as'];
}

/**
 * The content of a file as it is asked for.
 * @throws {NetdiskError} `invalid_input` for what is asked for as text and is none; `not_found` for a thumbnail.
 */
export async function representContent(
  db: Database,
  content: FileContent,
  { asDownload, as = 'file' }: ContentRequest,
): Promise<FileContent> {
  if (asDownload || as === 'file') return content;
  return as === 'text' ? asText(content) : asThumbnail(db, content);
}
