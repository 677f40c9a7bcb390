import type { Database, Transaction } from '@/server/database/client';

/** One download more for the owner of the share to see. */
export async function countDownload(db: Database | Transaction, shareBatchNum: string): Promise<void> {
  await db.share.update({
    where: { shareBatchNum },
    data: { downloads: { increment: 1 } },
    select: { shareBatchNum: true },
  });
}
