import type { BatchResult } from '@/contracts/entries';
import type { Actor } from '@/server/accounts/actor';
import type { Database, Transaction } from '@/server/database/client';
import { changeDrive } from '../change-drive';
import { changedFolders, savedEvents } from '../entry-events';
import type { OwnedEntry } from '../owned-entry';
import { readPaths } from '../to-entry';
import { loadBatch, type Outcomes, toBatchResult } from '../tree/batch-items';
import { claimNames, nameTaken } from '../tree/claim-names';
import { CHANGED_COLUMNS, type ChangedRow, kindOf } from '../tree/entry-row';
import { type Placement, placeEntries } from '../tree/place-entries';
import { subtreeOf } from '../tree/subtree';
import { findOrRecreateFolder } from './recreate-folder';

export interface RestoreEntriesInput {
  ids: string[];
  onConflict: 'fail' | 'rename';
}

/**
 * Brings entries back from the recycle bin with all that was trashed together with them, in one transaction: to
 * the folder they were in, or one made anew by its name where that is trashed too, or the top where it is gone.
 * What is not trashed stays as it is, which is success. Each is answered by itself: `not_found`, `name_taken`; what
 * comes back with another of them fares as that one does.
 */
export async function restoreEntries(
  db: Database,
  actor: Actor,
  { ids, onConflict }: RestoreEntriesInput,
): Promise<BatchResult> {
  return changeDrive(db, actor.accountId, async (tx) => {
    const { entries, outcomes } = await loadBatch(tx, actor, ids);
    const trashed = entries.filter((entry) => entry.trashedAt);
    const changed: ChangedRow[] = [];
    const folderIds: (string | null)[] = [];
    const paths = await readPaths(
      tx,
      trashed.map((entry) => entry.parentId),
    );
    const bringers = findBringers(trashed, paths);
    const alone = trashed.filter((entry) => !bringers.has(entry.id));
    for (const siblings of groupFromTheTop(alone, paths)) {
      const folder = await findOrRecreateFolder(tx, actor, siblings.parentId);
      const restored = await restoreInto(tx, folder.id, siblings.entries, onConflict, outcomes);
      changed.push(...folder.created, ...restored);
      folderIds.push(folder.id, ...folder.created.map((row) => row.parentId));
    }
    for (const [id, bringerId] of bringers) {
      const refused = outcomes.get(bringerId);
      if (refused) outcomes.set(id, refused);
    }
    const rows = await tx.entry.findMany({ where: { id: { in: entries.map((entry) => entry.id) } } });
    for (const row of rows) if (!outcomes.has(row.id)) outcomes.set(row.id, { row });
    return {
      result: await toBatchResult(tx, actor, ids, outcomes),
      events: savedEvents(changed),
      live: changedFolders(actor, [...folderIds, ...trashed.map((entry) => entry.id)]),
    };
  });
}

type Paths = Awaited<ReturnType<typeof readPaths>>;

/** By the id of what comes back with another of the entries by itself: the id of that other, the topmost if several. */
function findBringers(trashed: OwnedEntry[], paths: Paths): Map<string, string> {
  const batchOf = new Map(trashed.map((entry) => [entry.id, entry.deleteBatchNum]));
  const bringers = new Map<string, string>();
  for (const { id, parentId, deleteBatchNum } of trashed) {
    const bringer = paths.get(parentId)?.find((folder) => batchOf.get(folder.id) === deleteBatchNum);
    if (bringer) bringers.set(id, bringer.id);
  }
  return bringers;
}

interface Siblings {
  parentId: string;
  entries: OwnedEntry[];
}

/**
 * The entries by their folder, the highest folders first: where a folder and what was trashed from it earlier are
 * restored at once, the folder must be back before its place is looked for.
 */
function groupFromTheTop(entries: OwnedEntry[], paths: Paths): Siblings[] {
  const groups = new Map<string, OwnedEntry[]>();
  for (const entry of entries) {
    const siblings = groups.get(entry.parentId) ?? [];
    siblings.push(entry);
    groups.set(entry.parentId, siblings);
  }
  const depth = (parentId: string) => paths.get(parentId)?.length ?? 0;
  return [...groups]
    .map(([parentId, siblings]) => ({ parentId, entries: siblings }))
    .sort((one, other) => depth(one.parentId) - depth(other.parentId));
}

async function restoreInto(
  tx: Transaction,
  parentId: string,
  entries: OwnedEntry[],
  onConflict: 'fail' | 'rename',
  outcomes: Outcomes,
): Promise<ChangedRow[]> {
  const wanted = entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  const names = await claimNames(tx, { parentId }, wanted, onConflict);
  const placements: Placement[] = [];
  entries.forEach((entry, index) => {
    const name = names[index];
    if (name) placements.push({ id: entry.id, parentId, name, kind: kindOf(entry) });
    else outcomes.set(entry.id, { error: nameTaken(entry.name) });
  });
  const inside = await restoreInside(
    tx,
    placements.map((placement) => placement.id),
  );
  return [...(await placeEntries(tx, placements)).values(), ...inside];
}

/** Before the entries themselves: afterwards nothing tells what was trashed together with them. */
async function restoreInside(tx: Transaction, ids: string[]): Promise<ChangedRow[]> {
  return tx.$queryRaw<ChangedRow[]>`
    WITH RECURSIVE ${subtreeOf(ids)}
    UPDATE entries e
    SET trashed_at = NULL, delete_batch_num = NULL, revision = nextval('entry_revision_seq')
    FROM tree WHERE e.id = tree.id AND e.id <> ALL(${ids}::uuid[])
    RETURNING ${CHANGED_COLUMNS}`;
}
