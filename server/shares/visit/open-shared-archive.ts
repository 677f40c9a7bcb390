import type { Database } from '@/server/database/client';
import { type Archive, archiveOf } from '@/server/drive/archive/archive-of';
import type { BlobStore } from '@/server/storage/blob-store';
import { enterShare, type ShareVisit } from '../share-access';
import { chooseShared } from './choose-shared';
import { recordActivity, requireDownloadsLeft } from './record-activity';

/**
 * An archive of all that is shared, or of some entries inside the share. The share is checked a second time when the
 * archive begins; one that is under way at the end may finish.
 * @throws {NetdiskError} what enterShare throws; `forbidden` where the share is for viewing only;
 * `download_limit_reached`; `not_found` where an entry is not inside the share.
 */
export async function openSharedArchive(
  services: { db: Database; blobs: BlobStore },
  visit: ShareVisit,
  entryIds: string[] | undefined,
): Promise<Archive> {
  const { db } = services;
  const share = await enterShare(db, visit);
  requireDownloadsLeft(share);
  const chosen = await chooseShared(db, share, entryIds);
  const [only] = chosen.length === 1 ? chosen : [];
  const archive = await archiveOf(services, chosen);
  return {
    ...archive,
    async admit() {
      await recordActivity(db, visit, { action: 'archived', ...(only && { entryId: only.id }) });
    },
    async open() {
      await enterShare(db, visit);
      return archive.open();
    },
  };
}
