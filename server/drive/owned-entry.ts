import type { Actor } from '@/server/accounts/actor';
import type { Transaction } from '@/server/database/client';
import { isUuid } from '@/server/database/is-uuid';
import { NetdiskError, notFound } from '@/server/errors';
import type { EntryRow } from './tree/entry-row';

declare const owned: unique symbol;
/** A folder of whoever asks, or their root. Only the functions below make one: no operation forgets the check. */
export type OwnedFolder = EntryRow & { readonly [owned]: true };
/** An entry of whoever asks, never their root: it always stands in a folder. */
export type OwnedEntry = OwnedFolder & { parentId: string };

/** What the API calls the root, in and out. */
export const ROOT = 'root';

type Asking = Pick<Actor, 'accountId' | 'rootId'>;

/**
 * An entry of this person, live or in the recycle bin; never the root.
 * @throws {NetdiskError} `not_found`, for the malformed, the purged and what belongs to others alike.
 */
export async function findOwnedEntry(db: Transaction, actor: Asking, id: string): Promise<OwnedEntry> {
  const entry = (await findOwnedEntries(db, actor, [id])).get(id);
  if (!entry) throw notFound('file or folder');
  return entry;
}

/**
 * An entry of this person that is not in the recycle bin.
 * @throws {NetdiskError} `not_found`.
 */
export async function findLiveEntry(db: Transaction, actor: Asking, id: string): Promise<OwnedEntry> {
  const entry = await findOwnedEntry(db, actor, id);
  if (entry.trashedAt) throw inRecycleBin();
  return entry;
}

/**
 * A live folder of this person to put something into or list; 'root' is one.
 * @throws {NetdiskError} `not_found`.
 */
export async function findOwnedFolder(db: Transaction, actor: Asking, id: string): Promise<OwnedFolder> {
  const folder = (await readOwned(db, actor, [id === ROOT ? actor.rootId : id]))[0];
  if (folder?.kind !== 'folder' || folder.trashedAt) throw notFound('folder');
  return folder;
}

/** Those of the entries that are this person's and not purged, by id. */
export async function findOwnedEntries(
  db: Transaction,
  actor: Asking,
  ids: string[],
): Promise<Map<string, OwnedEntry>> {
  const rows = await readOwned(db, actor, ids);
  return new Map(rows.filter(standsInFolder).map((row) => [row.id, row]));
}

/** What an operation on live entries answers for one that was trashed. */
export function inRecycleBin(): NetdiskError {
  return new NetdiskError('not_found', 'This entry is in the recycle bin. Restore it first.');
}

/** All but the root, which no operation may show, rename, move or trash. */
function standsInFolder(row: OwnedFolder): row is OwnedEntry {
  return row.parentId !== null;
}

async function readOwned(db: Transaction, actor: Asking, ids: string[]): Promise<OwnedFolder[]> {
  const rows = await db.entry.findMany({
    where: { id: { in: ids.filter(isUuid) }, ownerId: actor.accountId, purgedAt: null },
  });
  // The query above is the check that the brand stands for.
  return rows as OwnedFolder[];
}
