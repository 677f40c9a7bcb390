import type { BatchResult } from '@/contracts/entries';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { changeDrive } from './change-drive';
import { changedFolders, savedEvents } from './entry-events';
import { findOwnedFolder, inRecycleBin } from './owned-entry';
import { loadBatch, toBatchResult } from './tree/batch-items';
import { claimNames, nameTaken } from './tree/claim-names';
import { cycle, readFoldersAround } from './tree/cycle';
import { kindOf } from './tree/entry-row';
import { type Placement, placeEntries } from './tree/place-entries';
import { raiseDescendants } from './tree/subtree';

export interface MoveEntriesInput {
  ids: string[];
  parentId: string;
  onConflict: 'fail' | 'rename';
}

/**
 * Moves many entries into one folder, in one transaction. Each is answered by itself: `not_found`, `cycle`,
 * `name_taken`.
 * @throws {NetdiskError} `not_found` where the folder is.
 */
export async function moveEntries(
  db: Database,
  actor: Actor,
  { ids, parentId, onConflict }: MoveEntriesInput,
): Promise<BatchResult> {
  return changeDrive(db, actor.accountId, async (tx) => {
    const target = await findOwnedFolder(tx, actor, parentId);
    const { entries, outcomes } = await loadBatch(tx, actor, ids);
    const around = await readFoldersAround(tx, target.id);
    const moving = entries.filter((entry) => {
      if (entry.trashedAt) outcomes.set(entry.id, { error: inRecycleBin() });
      else if (around.has(entry.id)) outcomes.set(entry.id, { error: cycle(entry.name) });
      else if (entry.parentId === target.id) outcomes.set(entry.id, { row: entry });
      return !outcomes.has(entry.id);
    });
    const wanted = moving.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
    const names = await claimNames(tx, { parentId: target.id }, wanted, onConflict);
    const placements: Placement[] = [];
    moving.forEach((entry, index) => {
      const name = names[index];
      if (name) placements.push({ id: entry.id, parentId: target.id, name, kind: kindOf(entry) });
      else outcomes.set(entry.id, { error: nameTaken(entry.name) });
    });
    const placed = await placeEntries(tx, placements);
    for (const [id, row] of placed) outcomes.set(id, { row });
    const inside = await raiseDescendants(tx, foldersAmong(placements));
    const from = moving.filter((entry) => placed.has(entry.id)).map((entry) => entry.parentId);
    return {
      result: await toBatchResult(tx, actor, ids, outcomes),
      events: savedEvents([...placed.values(), ...inside]),
      live: changedFolders(actor, placed.size > 0 ? [...from, target.id, ...foldersAmong(placements)] : []),
    };
  });
}

function foldersAmong(placements: Placement[]): string[] {
  return placements.filter((placement) => placement.kind === 'folder').map((placement) => placement.id);
}
