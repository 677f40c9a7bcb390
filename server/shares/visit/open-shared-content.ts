import { isShownByBrowsers } from '@/contracts/media-types';
import type { Database } from '@/server/database/client';
import { contentOf, type FileContent } from '@/server/drive/open-content';
import { type ContentRequest, representContent } from '@/server/drive/represent-content';
import { notFound } from '@/server/errors';
import type { BlobStore } from '@/server/storage/blob-store';
import { enterShare, reachSharedEntry, requireDownload, type ShareVisit } from '../share-access';
import { isResuming, recordActivity } from './record-activity';

/**
 * The bytes of a file inside the share, as they stand now: a new version is what visitors get. The share is checked
 * a second time when the bytes are opened, so that no download begins after the end; one that runs may finish.
 * A share for viewing only gives what browsers show, and any text as text, to be shown. That keeps honest people
 * from saving; nothing can keep bytes that were shown from being kept.
 * Each download is granted before the answer begins, so that one beyond the limit is told so.
 * @throws {NetdiskError} what enterShare throws; `not_found`; `forbidden` where the share is for viewing only;
 * `invalid_input` for a folder, and what representContent throws; from `admit`, `download_limit_reached`.
 */
export async function openSharedContent(
  { db, blobs }: { db: Database; blobs: BlobStore },
  visit: ShareVisit,
  request: ContentRequest & { entryId: string },
): Promise<FileContent> {
  const share = await enterShare(db, visit);
  const { id } = await reachSharedEntry(db, share, request.entryId);
  const row = await db.entry.findFirst({ where: { id, trashedAt: null, purgedAt: null } });
  if (!row) throw notFound('entry');
  const content = await representContent(db, await contentOf(blobs, row), request);
  if (isDownload(content, request)) requireDownload(share);
  return {
    ...content,
    async admit(range) {
      if (!isDownload(content, request)) return;
      // A download that is resumed begins further on, and is the same one.
      const isFurtherOn = range !== undefined && range.start > 0;
      if (isFurtherOn && (await isResuming(db, visit, id))) return;
      await recordActivity(db, visit, { action: 'downloaded', entryId: id });
    },
    async open(range) {
      const stream = await content.open(range);
      try {
        await enterShare(db, visit);
      } catch (error) {
        stream.destroy();
        throw error;
      }
      return stream;
    },
  };
}

/** What browsers do not show, they save, whatever was asked for. */
function isDownload({ mimeType }: FileContent, { asDownload }: { asDownload: boolean }): boolean {
  return asDownload || !isShownByBrowsers(mimeType);
}
