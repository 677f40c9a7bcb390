import { Prisma } from '@/prisma/generated/client';
import type { Database } from '@/server/database/client';
import { PARENT } from '@/server/drive/tree/parent';
import type { FileDocument, IndexChange } from './search-index';

/** An entry as the database has it now, live or not. */
export interface CurrentEntry extends FileDocument {
  live: boolean;
  /** The index is not known to show this revision yet. */
  pending: boolean;
}

/** Rows with their ancestors, in one statement; what has no row is missing. */
export async function readCurrentEntries(
  db: Database,
  entryIds: string[],
): Promise<Map<string, CurrentEntry>> {
  if (entryIds.length === 0) return new Map();
  const entries = await selectEntries(db, Prisma.sql`id = ANY(${entryIds}::uuid[])`, entryIds.length);
  return new Map(entries.map((entry) => [entry.entryId, entry]));
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Every entry but the roots by ascending id, in pages. `removedSince`: of the removed, only those removed since. */
export async function* streamCurrentEntries(
  db: Database,
  { pageSize, removedSince }: { pageSize: number; removedSince: Date },
): AsyncGenerator<CurrentEntry[]> {
  for (let after = FIRST_ID; ; ) {
    const entries = await selectEntries(
      db,
      Prisma.sql`id > ${after}::uuid AND parent_id IS NOT NULL
        AND (trashed_at IS NULL OR trashed_at >= ${removedSince})
        AND (purged_at IS NULL OR purged_at >= ${removedSince})`,
      pageSize,
    );
    const last = entries.at(-1);
    if (!last) return;
    yield entries;
    after = last.entryId;
  }
}

/** What the index must hold of an entry: its document, or a tombstone of the same revision. */
export function toChange({ live, pending: _, ...document }: CurrentEntry): IndexChange {
  const { entryId, ownerId, revision } = document;
  return live ? { kind: 'put', document } : { kind: 'remove', entryId, ownerId, revision };
}

/**
 * Entries in the order of their ids. The way up is walked once for each folder that holds some of them. They come as
 * one JSON text, because Prisma takes many times as long to read the same as rows.
 */
async function selectEntries(db: Database, condition: Prisma.Sql, limit: number): Promise<CurrentEntry[]> {
  const [found] = await db.$queryRaw<{ entries: StoredEntry[] }[]>`
    WITH RECURSIVE page AS MATERIALIZED (
      SELECT id, sha256, owner_id, parent_id, revision, indexed_revision, kind, name, extension, mime_type, size_bytes,
        updated_at, starred_at IS NOT NULL AS starred, parent_id IS NOT NULL AND trashed_at IS NULL AND purged_at IS NULL AS live
      FROM entries WHERE ${condition} ORDER BY id LIMIT ${limit}),
    up AS (
      SELECT e.id AS leaf, e.id, e.parent_id, 1 AS height
      FROM entries e WHERE e.id IN (SELECT parent_id FROM page)
      UNION ALL
      SELECT up.leaf, above.id, above.parent_id, up.height + 1 FROM up CROSS JOIN LATERAL ${PARENT}),
    ancestors AS (
      SELECT leaf, array_agg(id ORDER BY height) AS ids FROM up WHERE parent_id IS NOT NULL GROUP BY leaf)
    SELECT coalesce(json_agg(json_build_object(
      'entryId', page.id, 'ownerId', owner_id, 'revision', revision, 'kind', kind, 'name', name,
      'extension', extension, 'mimeType', mime_type, 'sizeBytes', size_bytes,
      'updatedAt', (extract(epoch FROM updated_at) * 1000)::bigint, 'ancestorIds', coalesce(ancestors.ids, '{}'),
      'starred', starred,       'live', live, 'pending', revision > indexed_revision, 'content', coalesce(texts.words, '')) ORDER BY page.id), '[]') AS entries
    FROM page LEFT JOIN ancestors ON ancestors.leaf = page.parent_id
    LEFT JOIN blob_texts texts ON live AND texts.sha256 = page.sha256`;
  return (found?.entries ?? []).map((entry) => ({ ...entry, updatedAt: new Date(entry.updatedAt) }));
}

/** With the time in milliseconds. */
type StoredEntry = Omit<CurrentEntry, 'updatedAt'> & { updatedAt: number };
