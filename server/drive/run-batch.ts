import type { BatchInput, BatchResult } from '@/contracts/entries';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { copyEntries } from './copy-entries';
import { moveEntries } from './move-entries';
import { ROOT } from './owned-entry';
import { purgeEntries } from './recycle-bin/purge-entries';
import { restoreEntries } from './recycle-bin/restore-entries';
import { trashEntries } from './recycle-bin/trash-entries';

/**
 * One operation on many entries, in one transaction; each entry is answered by itself.
 * @throws {NetdiskError} `not_found` where the folder to move or copy to is.
 */
export async function runBatch(db: Database, actor: Actor, input: BatchInput): Promise<BatchResult> {
  const { op, ids, onConflict } = input;
  // The contract refuses a move or copy without a folder before it comes here.
  const parentId = input.parentId ?? ROOT;
  switch (op) {
    case 'move':
      return moveEntries(db, actor, { ids, parentId, onConflict });
    case 'copy':
      return copyEntries(db, actor, { ids, parentId, onConflict });
    case 'trash':
      return trashEntries(db, actor, ids);
    case 'restore':
      return restoreEntries(db, actor, { ids, onConflict });
    case 'purge':
      return purgeEntries(db, actor, ids);
  }
}
