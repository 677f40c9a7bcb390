import type { EntryKind } from '@/contracts/entries';
import { type Entry, Prisma } from '@/prisma/generated/client';

/** A row of the table, as Prisma and ENTRY_COLUMNS both give it. */
export type EntryRow = Entry;

/** What an event tells of an entry: all that mass changes read back, however many rows they touch. */
export type ChangedRow = Pick<EntryRow, 'id' | 'ownerId' | 'revision' | 'name' | 'extension' | 'kind'>;

/** The columns of an EntryRow, of the table under the alias `e`. */
export const ENTRY_COLUMNS = Prisma.raw(`
  e.id, e.owner_id AS "ownerId", e.parent_id AS "parentId", e.kind, e.name, e.name_key AS "nameKey",
  e.extension, e.mime_type AS "mimeType", e.size_bytes AS "sizeBytes", e.sha256, e.revision,
  e.indexed_revision AS "indexedRevision", e.created_at AS "createdAt", e.updated_at AS "updatedAt",
  e.trashed_at AS "trashedAt", e.delete_batch_num AS "deleteBatchNum", e.trash_root AS "trashRoot",
  e.purged_at AS "purgedAt", e.starred_at AS "starredAt"`);

/** The columns of a ChangedRow, of the table under the alias `e`. */
export const CHANGED_COLUMNS = Prisma.raw(
  'e.id, e.owner_id AS "ownerId", e.revision, e.name, e.extension, e.kind',
);

/** Live: neither in the recycle bin nor purged. Of the table under the alias `e`. */
export const IS_LIVE = Prisma.raw('e.trashed_at IS NULL AND e.purged_at IS NULL');

/** Changed in a way that the index does not show yet. Of the table under the alias `e`. */
export const IS_PENDING = Prisma.raw('e.revision > e.indexed_revision AND e.parent_id IS NOT NULL');

/** The table holds no other kinds. */
export function kindOf(row: { kind: string }): EntryKind {
  return row.kind === 'folder' ? 'folder' : 'file';
}
