import type { OpenShare } from '@/contracts/shares';
import type { Database } from '@/server/database/client';
import type { Log } from '@/server/log';
import type { EnteredShare } from '../share-access';
import { listSharedFolder } from './list-shared-folder';
import { tryToRecord } from './record-activity';

const ENTRIES_SHOWN = 200;

/** What a visitor sees first, and one view more for its owner. */
export async function openShare(
  services: { db: Database; log: Log },
  share: EnteredShare,
): Promise<OpenShare> {
  const { items } = await listSharedFolder(services.db, share, { limit: ENTRIES_SHOWN });
  await tryToRecord(services, share, { action: 'opened' });
  return {
    shareBatchNum: share.shareBatchNum,
    ownerName: share.ownerName,
    shareTime: share.shareTime.toISOString(),
    endTime: share.endTime?.toISOString() ?? null,
    // Nobody gets in after the end: what is open is running.
    shareStatus: 0,
    allowDownload: share.allowDownload,
    downloadsUsedUp: share.downloadsUsedUp,
    message: share.message,
    entries: items,
  };
}
