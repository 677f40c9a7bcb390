import { z } from 'zod';
import { entryKind } from '@/contracts/entries';
import type { SharedEntry, SharedEntryList, SharedFolderQuery } from '@/contracts/shares';
import type { Database } from '@/server/database/client';
import { decodeCursor, encodeCursor } from '@/server/database/page-cursor';
import { type EnteredShare, reachSharedEntry } from '../share-access';

interface EntryRow {
  id: string;
  kind: string;
  name: string;
  extension: string;
  mime_type: string;
  size_bytes: bigint;
  updated_at: Date;
}

/**
 * One page of the shared entries (without `parentId`, in the order they were chosen) or of a folder among or below
 * them (folders first, by name as people count). Only what is live now.
 * @throws {NetdiskError} `not_found`; `invalid_input` on `cursor`.
 */
export async function listSharedFolder(
  db: Database,
  share: EnteredShare,
  query: SharedFolderQuery,
): Promise<SharedEntryList> {
  const { downloadsUsedUp } = share;
  if (query.parentId === undefined)
    return { ...(await listSharedEntries(db, share, query)), downloadsUsedUp };
  const folder = await reachSharedEntry(db, share, query.parentId);
  return { ...(await listFolder(db, folder.id, query)), path: folder.path, downloadsUsedUp };
}

type Page = Pick<SharedFolderQuery, 'cursor' | 'limit'>;

const rootCursor = z.object({ position: z.int32() });

async function listSharedEntries(db: Database, share: EnteredShare, page: Page) {
  const after = page.cursor === undefined ? -1 : decodeCursor(rootCursor, page.cursor).position;
  const rows = await db.$queryRaw<(EntryRow & { position: number; total: number })[]>`
    SELECT * FROM (
      SELECT e.id, e.kind, e.name, e.extension, e.mime_type, e.size_bytes, e.updated_at, se.position,
        count(*) OVER ()::int AS total
      FROM share_entries se JOIN entries e ON e.id = se.entry_id
      WHERE se.share_batch_num = ${share.shareBatchNum} AND e.owner_id = ${share.ownerId}::uuid
        AND e.trashed_at IS NULL AND e.purged_at IS NULL) AS shared
    WHERE position > ${after} ORDER BY position LIMIT ${page.limit + 1}`;
  const items = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? items.at(-1) : undefined;
  return {
    items: items.map(presentSharedEntry),
    path: [],
    nextCursor: last ? encodeCursor({ position: last.position }) : null,
    total: rows[0]?.total ?? 0,
  };
}

const folderCursor = z.object({ kind: entryKind, name: z.string(), id: z.uuid() });

async function listFolder(db: Database, folderId: string, page: Page) {
  const after = page.cursor === undefined ? null : decodeCursor(folderCursor, page.cursor);
  const rows = await db.$queryRaw<EntryRow[]>`
    SELECT id, kind, name, extension, mime_type, size_bytes, updated_at
    FROM entries
    WHERE parent_id = ${folderId}::uuid AND trashed_at IS NULL AND purged_at IS NULL
      AND (${after === null} OR kind < ${after?.kind ?? ''} OR (kind = ${after?.kind ?? ''}
        AND (name COLLATE natural_name, id) > (${after?.name ?? ''}, ${after?.id ?? folderId}::uuid)))
    ORDER BY kind DESC, name COLLATE natural_name, id LIMIT ${page.limit + 1}`;
  const items = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? items.at(-1) : undefined;
  const total = await db.entry.count({ where: { parentId: folderId, trashedAt: null, purgedAt: null } });
  return {
    items: items.map(presentSharedEntry),
    nextCursor: last ? encodeCursor({ kind: last.kind, name: last.name, id: last.id }) : null,
    total,
  };
}

function presentSharedEntry(row: EntryRow): SharedEntry {
  return {
    id: row.id,
    kind: entryKind.parse(row.kind),
    name: row.name,
    extension: row.extension,
    mimeType: row.mime_type,
    size: Number(row.size_bytes),
    updatedAt: row.updated_at.toISOString(),
  };
}
