import type { Transaction } from '@/server/database/client';
import { NetdiskError } from '@/server/errors';
import { readPaths } from '../to-entry';

/** A folder and all that it stands in: none of them can be moved into it. */
export async function readFoldersAround(tx: Transaction, folderId: string): Promise<Set<string>> {
  const path = (await readPaths(tx, [folderId])).get(folderId) ?? [];
  return new Set(path.map((folder) => folder.id));
}

export function cycle(name: string): NetdiskError {
  return new NetdiskError('cycle', `'${name}' cannot be moved into itself or a folder inside it.`);
}
