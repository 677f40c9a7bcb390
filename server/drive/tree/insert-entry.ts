import { randomUUID } from 'node:crypto';
import type { EntryKind } from '@/contracts/entries';
import type { Transaction } from '@/server/database/client';
import { extensionOf, nameKey } from '../entry-name';
import { mediaTypeOf } from '../media-type';
import { ENTRY_COLUMNS, type EntryRow } from './entry-row';

export interface NewEntry {
  ownerId: string;
  parentId: string;
  kind: EntryKind;
  /** Free in the folder (claim-names.ts). */
  name: string;
  /** Absent for folders. */
  content?: { sha256: string; sizeBytes: number };
}

/** Inserts one live entry. The clock is the database's, as everywhere. */
export async function insertEntry(tx: Transaction, entry: NewEntry): Promise<EntryRow> {
  const { ownerId, parentId, kind, name, content } = entry;
  const rows = await tx.$queryRaw<EntryRow[]>`
    INSERT INTO entries AS e (id, owner_id, parent_id, kind, name, name_key, extension, mime_type, size_bytes,
                              sha256, created_at, updated_at)
    VALUES (${randomUUID()}::uuid, ${ownerId}::uuid, ${parentId}::uuid, ${kind}, ${name}, ${nameKey(name)},
            ${extensionOf(name, kind)}, ${mediaTypeOf(name, kind)}, ${content?.sizeBytes ?? 0},
            ${content?.sha256 ?? null}, clock_timestamp(), clock_timestamp())
    RETURNING ${ENTRY_COLUMNS}`;
  return onlyRow(rows);
}

/** The row of a statement that returns exactly one. */
export function onlyRow<Row>(rows: Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('A statement that returns one row returned none.');
  return row;
}
