import { errorCode } from '@/contracts/errors';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { NetdiskError } from '@/server/errors';
import { purgeEntries } from './purge-entries';
import { trashEntries } from './trash-entries';

/**
 * Puts one entry into the recycle bin, or deletes it for good.
 * @throws {NetdiskError} `not_found`.
 */
export async function deleteEntry(
  db: Database,
  actor: Actor,
  { id, permanent }: { id: string; permanent: boolean },
): Promise<void> {
  const { items } = await (permanent ? purgeEntries(db, actor, [id]) : trashEntries(db, actor, [id]));
  for (const { error } of items) {
    if (error) throw new NetdiskError(errorCode.parse(error.code), error.detail);
  }
}
