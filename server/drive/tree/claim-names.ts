import type { EntryKind } from '@/contracts/entries';
import type { Transaction } from '@/server/database/client';
import { NetdiskError } from '@/server/errors';
import { nameKey, numberedName } from '../entry-name';

export interface WantedName {
  name: string;
  kind: EntryKind;
}

interface Folder {
  parentId: string;
  /** An entry that keeps its place: its own name is not in its way. */
  exceptId?: string;
}

/**
 * The names that entries get in a folder when they want these, each free and none twice. Under the drive's lock
 * only, or another request takes them meanwhile. With 'fail' a taken name is answered with null.
 */
export async function claimNames(
  tx: Transaction,
  folder: Folder,
  wanted: WantedName[],
  onConflict: 'fail' | 'rename',
): Promise<(string | null)[]> {
  const taken = new Set<string>();
  const learn = async (names: string[]) => {
    for (const key of await readTaken(tx, folder, names)) taken.add(key);
  };
  const claim = (name: string): string | null => {
    const key = nameKey(name);
    if (taken.has(key)) return null;
    taken.add(key);
    return name;
  };
  await learn(wanted.map(({ name }) => name));
  const claimed = wanted.map(({ name }) => claim(name));
  if (onConflict === 'fail') return claimed;

  let waiting = groupUnclaimed(wanted, claimed);
  // Twice as many candidates each round: a thousand copies cost a handful of queries, not a thousand.
  for (let spare = 8; waiting.length > 0; spare *= 2) {
    const candidates = waiting.map((group) => nextCandidates(group, spare));
    await learn(candidates.flat());
    waiting = waiting.filter((group, position) => {
      for (const name of candidates[position] ?? []) {
        const [first] = group.positions;
        if (first === undefined) break;
        claimed[first] = claim(name);
        if (claimed[first] !== null) group.positions.shift();
      }
      return group.positions.length > 0;
    });
  }
  return claimed;
}

/**
 * The one name an entry gets in a folder.
 * @throws {NetdiskError} `name_taken` with 'fail'.
 */
export async function claimName(
  tx: Transaction,
  folder: Folder,
  wanted: WantedName,
  onConflict: 'fail' | 'rename',
): Promise<string> {
  const [name] = await claimNames(tx, folder, [wanted], onConflict);
  if (!name) throw nameTaken(wanted.name);
  return name;
}

export function nameTaken(name: string): NetdiskError {
  return new NetdiskError('name_taken', `There is a '${name}' here already. Choose another name.`);
}

/** Entries that want the same name count on together. */
interface Group extends WantedName {
  positions: number[];
  number: number;
}

function groupUnclaimed(wanted: WantedName[], claimed: (string | null)[]): Group[] {
  const groups = new Map<string, Group>();
  wanted.forEach(({ name, kind }, position) => {
    if (claimed[position] !== null) return;
    const group = groups.get(`${kind} ${name}`) ?? { name, kind, positions: [], number: 1 };
    group.positions.push(position);
    groups.set(`${kind} ${name}`, group);
  });
  return [...groups.values()];
}

function nextCandidates(group: Group, spare: number): string[] {
  const count = group.positions.length + spare;
  const names = Array.from({ length: count }, (_, step) =>
    numberedName(group.name, group.kind, group.number + step),
  );
  group.number += count;
  return names;
}

async function readTaken(tx: Transaction, folder: Folder, names: string[]): Promise<string[]> {
  const keys = [...new Set(names.map(nameKey))];
  const rows = await tx.$queryRaw<{ name_key: string }[]>`
    SELECT name_key FROM entries
    WHERE parent_id = ${folder.parentId}::uuid AND name_key = ANY(${keys}::text[])
      AND trashed_at IS NULL AND purged_at IS NULL AND id IS DISTINCT FROM ${folder.exceptId ?? null}::uuid`;
  return rows.map((row) => row.name_key);
}
