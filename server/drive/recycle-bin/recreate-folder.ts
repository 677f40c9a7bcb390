import type { Actor } from '@/server/accounts/actor';
import type { Transaction } from '@/server/database/client';
import { readPaths } from '../to-entry';
import { claimName } from '../tree/claim-names';
import type { EntryRow } from '../tree/entry-row';
import { insertEntry } from '../tree/insert-entry';

/**
 * A live folder to restore into: the one with this id, or where it is trashed, one that stands at the same place
 * under the same name; what lacks on the way there is made.
 */
export async function findOrRecreateFolder(
  tx: Transaction,
  actor: Actor,
  folderId: string,
): Promise<{ id: string; created: EntryRow[] }> {
  const created: EntryRow[] = [];
  let id = actor.rootId;
  for (const folder of await readWayTo(tx, folderId)) {
    const live = folder.trashedAt === null ? folder : await findNamesake(tx, id, folder);
    if (live) {
      id = live.id;
      continue;
    }
    const name = await claimName(tx, { parentId: id }, { name: folder.name, kind: 'folder' }, 'rename');
    const row = await insertEntry(tx, { ownerId: actor.accountId, parentId: id, kind: 'folder', name });
    created.push(row);
    id = row.id;
  }
  return { id, created };
}

/** From the top down to the folder, itself included, the root left out. */
async function readWayTo(tx: Transaction, folderId: string): Promise<EntryRow[]> {
  const ids = ((await readPaths(tx, [folderId])).get(folderId) ?? []).map((folder) => folder.id);
  const rows = await tx.entry.findMany({ where: { id: { in: ids } } });
  return rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

function findNamesake(tx: Transaction, parentId: string, folder: EntryRow): Promise<EntryRow | null> {
  return tx.entry.findFirst({
    where: { parentId, nameKey: folder.nameKey, kind: 'folder', trashedAt: null, purgedAt: null },
  });
}
