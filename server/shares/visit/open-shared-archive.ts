import type { Database } from '@/server/database/client';
import { type Archive, type ArchiveTop, archiveOf } from '@/server/drive/archive/archive-of';
import { NetdiskError, notFound } from '@/server/errors';
import type { BlobStore } from '@/server/storage/blob-store';
import { type EnteredShare, enterShare, findSharedEntries, type ShareVisit } from '../share-access';
import { countDownload } from './count-download';

/**
 * An archive of all that is shared, or of some entries inside the share. The share is checked a second time when the
 * archive begins; one that is under way at the end may finish.
 * @throws {NetdiskError} what enterShare throws; `forbidden` where the share is for viewing only; `not_found` where
 * an entry is not inside the share.
 */
export async function openSharedArchive(
  services: { db: Database; blobs: BlobStore },
  visit: ShareVisit,
  entryIds: string[] | undefined,
): Promise<Archive> {
  const { db } = services;
  const share = await enterShare(db, visit);
  if (!share.allowDownload) {
    throw new NetdiskError('forbidden', 'This share is for viewing only. Its files cannot be downloaded.');
  }
  const archive = await archiveOf(services, await findTops(db, share, entryIds));
  return {
    ...archive,
    async open() {
      await enterShare(db, visit);
      await countDownload(db, visit.shareBatchNum);
      return archive.open();
    },
  };
}

async function findTops(
  db: Database,
  share: EnteredShare,
  entryIds: string[] | undefined,
): Promise<ArchiveTop[]> {
  if (entryIds === undefined) return findSharedTops(db, share);
  const wanted = [...new Set(entryIds)];
  const reached = await findSharedEntries(db, share, wanted);
  const rows = await db.entry.findMany({ where: { id: { in: [...reached.keys()] } } });
  const rowById = new Map(rows.map((row) => [row.id, row]));
  return wanted.map((id) => {
    const row = rowById.get(id);
    if (!row) throw notFound('entry');
    return row;
  });
}

async function findSharedTops(db: Database, share: EnteredShare): Promise<ArchiveTop[]> {
  const shared = await db.shareEntry.findMany({
    where: {
      shareBatchNum: share.shareBatchNum,
      entry: { ownerId: share.ownerId, trashedAt: null, purgedAt: null },
    },
    orderBy: { position: 'asc' },
    select: { entry: { select: { id: true, name: true, kind: true } } },
  });
  return shared.map(({ entry }) => entry);
}
