import type { EntryKind } from '@/contracts/entries';
import type { Transaction } from '@/server/database/client';
import { extensionOf, nameKey } from '../entry-name';
import { mediaTypeOf } from '../media-type';
import { ENTRY_COLUMNS, type EntryRow } from './entry-row';

/** Where an entry is to stand, and under which name (free there: claim-names.ts). */
export interface Placement {
  id: string;
  parentId: string;
  name: string;
  kind: EntryKind;
}

/**
 * Puts entries in their places, live, with new revisions; one statement however many there are. A new name
 * counts as a change of the entry for people (`updatedAt`), a new place does not.
 * @returns the rows by id.
 */
export async function placeEntries(tx: Transaction, placements: Placement[]): Promise<Map<string, EntryRow>> {
  const rows = await tx.$queryRaw<EntryRow[]>`
    UPDATE entries e
    SET parent_id = place.parent_id, name = place.name, name_key = place.name_key, extension = place.extension,
        mime_type = place.mime_type, revision = nextval('entry_revision_seq'),
        trashed_at = NULL, delete_batch_num = NULL, trash_root = false,
        updated_at = CASE WHEN e.name = place.name THEN e.updated_at ELSE statement_timestamp() END
    FROM jsonb_to_recordset(${JSON.stringify(placements.map(toColumns))}::jsonb)
      AS place(id uuid, parent_id uuid, name text, name_key text, extension text, mime_type text)
    WHERE e.id = place.id
    RETURNING ${ENTRY_COLUMNS}`;
  return new Map(rows.map((row) => [row.id, row]));
}

function toColumns({ id, parentId, name, kind }: Placement) {
  return {
    id,
    parent_id: parentId,
    name,
    name_key: nameKey(name),
    extension: extensionOf(name, kind),
    mime_type: mediaTypeOf(name, kind),
  };
}
