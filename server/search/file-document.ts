import type { Database } from '@/server/database/client';
import type { FileDocument, IndexChange } from './search-index';

/** An entry as the database has it now, live or not. */
export interface CurrentEntry extends FileDocument {
  live: boolean;
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
      e.parent_id IS NOT NULL AND e.trashed_at IS NULL AND e.purged_at IS NULL AS live
    FROM entries e LEFT JOIN ancestors ON ancestors.leaf = e.id WHERE e.id = ANY(${entryIds}::uuid[])`;
  return new Map(rows.map((row) => [row.entryId, toCurrentEntry(row)]));
}

/** What the index must hold of an entry: its document, or a tombstone of the same revision. */
export function toChange({ live, ...document }: CurrentEntry): IndexChange {
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
