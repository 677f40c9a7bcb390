import type { Entry, PathPart } from '@/contracts/entries';
import type { Actor } from '@/server/accounts/actor';
import type { Transaction } from '@/server/database/client';
import { ROOT } from './owned-entry';
import { type EntryRow, kindOf } from './tree/entry-row';
import { PARENT } from './tree/parent';

/** A row as the API shows it. `path` leads from the top down to the parent. */
export function toEntry(row: EntryRow, rootId: string, path: PathPart[]): Entry {
  return {
    id: row.id,
    parentId: row.parentId === null || row.parentId === rootId ? ROOT : row.parentId,
    kind: kindOf(row),
    name: row.name,
    extension: row.extension,
    mimeType: row.mimeType,
    size: Number(row.sizeBytes),
    sha256: row.sha256,
    revision: Number(row.revision),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    trashedAt: row.trashedAt?.toISOString() ?? null,
    starred: row.starredAt !== null,
    path,
    indexed: row.indexedRevision >= row.revision,
  };
}

/** Rows as the API shows them, in the same order; all their paths cost one query. */
export async function presentEntries(
  db: Transaction,
  actor: Pick<Actor, 'rootId'>,
  rows: EntryRow[],
): Promise<Entry[]> {
  const paths = await readPaths(
    db,
    rows.map((row) => row.parentId),
  );
  return rows.map((row) => toEntry(row, actor.rootId, paths.get(row.parentId ?? '') ?? []));
}

/** One row as the API shows it. */
export async function presentEntry(
  db: Transaction,
  actor: Pick<Actor, 'rootId'>,
  row: EntryRow,
): Promise<Entry> {
  const paths = await readPaths(db, [row.parentId]);
  return toEntry(row, actor.rootId, paths.get(row.parentId ?? '') ?? []);
}

/**
 * For each of the folders: the way from the top (left out) down to it, itself included. One query.
 */
export async function readPaths(
  db: Transaction,
  folderIds: Iterable<string | null>,
): Promise<Map<string, PathPart[]>> {
  const distinct = [...new Set(folderIds)].filter((id) => id !== null);
  const rows = await db.$queryRaw<{ leaf: string; id: string; name: string }[]>`
    WITH RECURSIVE up AS (
      SELECT e.id AS leaf, e.id, e.name, e.parent_id, 0 AS height
      FROM entries e WHERE e.id = ANY(${distinct}::uuid[])
      UNION ALL
      SELECT up.leaf, above.id, above.name, above.parent_id, up.height + 1
      FROM up CROSS JOIN LATERAL ${PARENT})
    SELECT leaf, id, name FROM up WHERE parent_id IS NOT NULL ORDER BY leaf, height DESC`;
  const paths = new Map<string, PathPart[]>();
  for (const { leaf, id, name } of rows) {
    const path = paths.get(leaf) ?? [];
    path.push({ id, name });
    paths.set(leaf, path);
  }
  return paths;
}
