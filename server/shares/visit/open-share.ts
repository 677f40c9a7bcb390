import type { OpenShare } from '@/contracts/shares';
import type { Database } from '@/server/database/client';
import type { EnteredShare } from '../share-access';
import { listSharedFolder } from './list-shared-folder';

const ENTRIES_SHOWN = 200;

/** What a visitor sees first, and one view more for its owner. */
export async function openShare(db: Database, share: EnteredShare): Promise<OpenShare> {
  const { items } = await listSharedFolder(db, share, { limit: ENTRIES_SHOWN });
  await db.share.update({
    where: { shareBatchNum: share.shareBatchNum },
    data: { views: { increment: 1 } },
    select: { shareBatchNum: true },
  });
  return {
    shareBatchNum: share.shareBatchNum,
    ownerName: share.ownerName,
    shareTime: share.shareTime.toISOString(),
    endTime: share.endTime?.toISOString() ?? null,
    // Nobody gets in after the end: what is open is running.
    shareStatus: 0,
    allowDownload: share.allowDownload,
    entries: items,
  };
}
