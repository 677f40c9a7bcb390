import { Prisma } from '@/prisma/generated/client';
import type { Database } from '@/server/database/client';
import { NIL_UUID } from '@/server/database/is-uuid';
import { PARENT } from '@/server/drive/tree/parent';
import type { FileDocument, IndexChange } from '../search-index';

/** An entry as the database has it now, live or not. */
export interface CurrentEntry extends FileDocument {
  live: boolean;
  /** The index is not known to show this revision yet. */
  pending: boolean;
}

/**
 * What is read of entries. Only an index that is written needs their texts, which are a thousand times as long as all
 * else and would make a comparison grow with them.
 */
interface Reading {
  withContent?: boolean;
}

/** Rows with their ancestors, in one statement; what has no row is missing. */
export async function readCurrentEntries(
  db: Database,
  entryIds: string[],
  reading: Reading = {},
): Promise<Map<string, CurrentEntry>> {
  if (entryIds.length === 0) return new Map();
  const condition = Prisma.sql`id = ANY(${entryIds}::uuid[])`;
  const entries = await selectEntries(db, condition, entryIds.length, reading);
  return new Map(entries.map((entry) => [entry.entryId, entry]));
}

/** Every entry but the roots by ascending id, in pages. `removedSince`: of the removed, only those removed since. */
export async function* streamCurrentEntries(
  db: Database,
  { pageSize, removedSince, ...reading }: Reading & { pageSize: number; removedSince: Date },
): AsyncGenerator<CurrentEntry[]> {
  for (let after = NIL_UUID; ; ) {
    const entries = await selectEntries(
      db,
      Prisma.sql`id > ${after}::uuid AND parent_id IS NOT NULL
        AND (trashed_at IS NULL OR trashed_at >= ${removedSince})
        AND (purged_at IS NULL OR purged_at >= ${removedSince})`,
      pageSize,
      reading,
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
async function selectEntries(
  db: Database,
  condition: Prisma.Sql,
  limit: number,
  { withContent = false }: Reading,
): Promise<CurrentEntry[]> {
  const [content, texts] = withContent ? CONTENT : [Prisma.empty, Prisma.empty];
  const [found] = await db.$queryRaw<{ entries: StoredEntry[] }[]>`
    WITH RECURSIVE page AS MATERIALIZED (
      SELECT id, sha256, owner_id, parent_id, revision, indexed_revision, kind, name, extension, mime_type, size_bytes,
        updated_at, starred_at IS NOT NULL AS starred,
        parent_id IS NOT NULL AND trashed_at IS NULL AND purged_at IS NULL AS live
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
      'starred', starred, 'live', live, 'pending', revision > indexed_revision ${content}
      ) ORDER BY page.id), '[]') AS entries
    FROM page LEFT JOIN ancestors ON ancestors.leaf = page.parent_id ${texts}`;
  return (found?.entries ?? []).map((entry) => ({ ...entry, updatedAt: new Date(entry.updatedAt) }));
}

/** The key of the document, and where it comes from. */
const CONTENT = [
  Prisma.sql`, 'content', coalesce(texts.words, '')`,
  Prisma.sql`LEFT JOIN blob_texts texts ON live AND texts.sha256 = page.sha256`,
] as const;

/** With the time in milliseconds. */
type StoredEntry = Omit<CurrentEntry, 'updatedAt'> & { updatedAt: number };
