import type { Database } from '@/server/database/client';
import type { FileDocument, IndexChange } from './search-index';

/** An entry as the database has it now, live or not. */
export interface CurrentEntry extends FileDocument {
  live: boolean;
  /** The index is not known to show this revision yet. */
  pending: boolean;
}

type CurrentRow = Omit<CurrentEntry, 'revision' | 'kind' | 'sizeBytes'> & {
  revision: bigint;
  kind: string;
  sizeBytes: bigint;
};

/** Rows with their ancestors, in one statement; what has no row is missing. */
export async function readCurrentEntries(
  db: Database,
  entryIds: string[],
): Promise<Map<string, CurrentEntry>> {
  if (entryIds.length === 0) return new Map();
  const rows = await db.$queryRaw<CurrentRow[]>`
    WITH RECURSIVE up AS (
      SELECT e.id AS leaf, p.id, p.parent_id, 1 AS height
      FROM entries e JOIN entries p ON p.id = e.parent_id WHERE e.id = ANY(${entryIds}::uuid[])
      UNION ALL
      SELECT up.leaf, p.id, p.parent_id, up.height + 1 FROM up JOIN entries p ON p.id = up.parent_id),
    ancestors AS (
      SELECT leaf, array_agg(id ORDER BY height) AS ids FROM up WHERE parent_id IS NOT NULL GROUP BY leaf)
    SELECT e.id AS "entryId", e.owner_id AS "ownerId", e.revision, e.kind, e.name, e.extension,
      e.mime_type AS "mimeType", e.size_bytes AS "sizeBytes", e.updated_at AS "updatedAt",
      coalesce(ancestors.ids, '{}') AS "ancestorIds",
      e.parent_id IS NOT NULL AND e.trashed_at IS NULL AND e.purged_at IS NULL AS live,
      e.revision > e.indexed_revision AS pending
    FROM entries e LEFT JOIN ancestors ON ancestors.leaf = e.id WHERE e.id = ANY(${entryIds}::uuid[])`;
  return new Map(rows.map((row) => [row.entryId, toCurrentEntry(row)]));
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Every entry but the roots by ascending id, in pages. `removedSince`: of the removed, only those removed since. */
export async function* streamCurrentEntries(
  db: Database,
  { pageSize, removedSince }: { pageSize: number; removedSince: Date },
): AsyncGenerator<CurrentEntry[]> {
  for (let after = FIRST_ID; ; ) {
    const ids = await db.$queryRaw<{ id: string }[]>`
      SELECT id FROM entries
      WHERE id > ${after}::uuid AND parent_id IS NOT NULL
        AND (trashed_at IS NULL OR trashed_at >= ${removedSince}) AND (purged_at IS NULL OR purged_at >= ${removedSince})
      ORDER BY id LIMIT ${pageSize}`;
    const last = ids.at(-1);
    if (!last) return;
    const entries = await readCurrentEntries(
      db,
      ids.map(({ id }) => id),
    );
    yield ids.flatMap(({ id }) => entries.get(id) ?? []);
    after = last.id;
  }
}

/** What the index must hold of an entry: its document, or a tombstone of the same revision. */
export function toChange({ live, pending: _, ...document }: CurrentEntry): IndexChange {
  const { entryId, ownerId, revision } = document;
  return live ? { kind: 'put', document } : { kind: 'remove', entryId, ownerId, revision };
}

function toCurrentEntry(row: CurrentRow): CurrentEntry {
  return {
    ...row,
    revision: Number(row.revision),
    kind: row.kind === 'folder' ? 'folder' : 'file',
    sizeBytes: Number(row.sizeBytes),
  };
}
