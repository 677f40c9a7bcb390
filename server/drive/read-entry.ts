import type { Entry } from '@/contracts/entries';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { findOwnedEntry } from './owned-entry';
import { presentEntry } from './to-entry';

/**
 * One entry, also from the recycle bin.
 * @throws {NetdiskError} `not_found`.
 */
export async function readEntry(db: Database, actor: Actor, id: string): Promise<Entry> {
  return presentEntry(db, actor, await findOwnedEntry(db, actor, id));
}
