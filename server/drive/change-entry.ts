import type { ChangeEntryInput, Entry } from '@/contracts/entries';
import type { Actor } from '@/server/accounts/actor';
import { requestReading } from '@/server/content/request-reading';
import type { Database, Transaction } from '@/server/database/client';
import { changeDrive } from './change-drive';
import { changedFolders, savedEvents } from './entry-events';
import { parseEntryName } from './entry-name';
import { findLiveEntry, findOwnedFolder } from './owned-entry';
import { presentEntry } from './to-entry';
import { claimName } from './tree/claim-names';
import { cycle, readFoldersAround } from './tree/cycle';
import { kindOf } from './tree/entry-row';
import { onlyRow } from './tree/insert-entry';
import { placeEntries } from './tree/place-entries';
import { raiseDescendants } from './tree/subtree';

/**
 * Renames an entry, moves it with all it holds, stars or unstars it, or all at once. A change to what is there already
 * is none.
 * @throws {NetdiskError} `invalid_input`, `not_found` (the entry or the folder), `name_taken`, `cycle`.
 */
export async function changeEntry(
  db: Database,
  actor: Actor,
  id: string,
  input: ChangeEntryInput,
): Promise<Entry> {
  const newName = input.name === undefined ? undefined : parseEntryName(input.name);
  return changeDrive(db, actor.accountId, async (tx) => {
    const entry = await findLiveEntry(tx, actor, id);
    const parentId =
      input.parentId === undefined ? entry.parentId : (await findOwnedFolder(tx, actor, input.parentId)).id;
    const moved = parentId !== entry.parentId;
    const wanted = { name: newName ?? entry.name, kind: kindOf(entry) };
    const isPlaced = !moved && wanted.name === entry.name;
    const isStarred = input.starred === undefined || input.starred === (entry.starredAt !== null);
    if (isPlaced && isStarred) {
      return { result: await presentEntry(tx, actor, entry), events: [], live: [] };
    }
    if (moved && (await readFoldersAround(tx, parentId)).has(id)) throw cycle(entry.name);
    if (!isStarred) await markStarred(tx, id, input.starred === true);
    const name = await claimName(tx, { parentId, exceptId: id }, wanted, input.onConflict);
    const placed = await placeEntries(tx, [{ id, parentId, name, kind: wanted.kind }]);
    const row = onlyRow([...placed.values()]);
    const inside = moved ? await raiseDescendants(tx, [id]) : [];
    return {
      result: await presentEntry(tx, actor, row),
      events: [
        ...savedEvents([row, ...inside]),
        ...(row.extension === entry.extension ? [] : await requestReading(tx, row)),
      ],
      live: changedFolders(actor, [entry.parentId, parentId, id]),
    };
  });
}

/** The placing that follows gives the row its new revision. */
async function markStarred(tx: Transaction, id: string, starred: boolean): Promise<void> {
  await tx.$executeRaw`
    UPDATE entries SET starred_at = CASE WHEN ${starred} THEN statement_timestamp() END WHERE id = ${id}::uuid`;
}
