import { Readable } from 'node:stream';
import { writeZip, type ZipSource, zipLength } from '@/server/archive/write-zip';
import { MAX_PATH_BYTES } from '@/server/archive/zip-records';
import type { Database } from '@/server/database/client';
import { invalidInput } from '@/server/errors';
import type { BlobStore } from '@/server/storage/blob-store';
import { nameKey, numberedName } from '../entry-name';
import { type EntryRow, kindOf } from '../tree/entry-row';
import { CHILDREN } from '../tree/subtree';

/** A zip archive before its first byte. Nothing is open until `open` is called. */
export interface Archive {
  name: string;
  sizeBytes: number;
  /** Asked once before the archive is answered, where it has to be granted; what it throws is the answer. */
  admit?(): Promise<void>;
  open(): Promise<Readable>;
}

export type ArchiveTop = Pick<EntryRow, 'id' | 'name' | 'kind'>;

/**
 * An archive of live entries that the caller has checked, with all that is live below them; the tree is kept, empty
 * folders too. Entries of one name get different ones, as in a folder. The bytes are those of this moment, whatever
 * is uploaded while the archive is sent.
 * @throws {NetdiskError} `invalid_input` where a path is longer than a zip can hold.
 */
export async function archiveOf(
  { db, blobs }: { db: Database; blobs: BlobStore },
  tops: ArchiveTop[],
): Promise<Archive> {
  const rows = await readTree(db, tops);
  const sources = rows.map((row) => toSource(blobs, row));
  const [only] = tops.length === 1 ? tops : [];
  return {
    name: `${only?.name ?? 'netdisk'}.zip`,
    sizeBytes: zipLength(sources),
    open: async () => Readable.from(writeZip(sources), { objectMode: false }),
  };
}

interface TreeRow {
  path: string;
  kind: string;
  sizeBytes: bigint;
  sha256: string | null;
  modifiedAt: Date;
}

/** Above what it holds stands each folder: some programs make no folders by themselves. */
async function readTree(db: Database, tops: ArchiveTop[]): Promise<TreeRow[]> {
  const named = distinctNames(tops).map((name, position) => ({ id: tops[position]?.id, name, position }));
  return db.$queryRaw<TreeRow[]>`
    WITH RECURSIVE tree AS (
      SELECT e.id, top.position, top.name AS path, 0 AS depth
      FROM jsonb_to_recordset(${JSON.stringify(named)}::jsonb) AS top(id uuid, name text, position int)
      JOIN entries e ON e.id = top.id
      WHERE e.trashed_at IS NULL AND e.purged_at IS NULL
      UNION ALL
      SELECT child.id, tree.position, tree.path || '/' || child.name, tree.depth + 1
      FROM tree CROSS JOIN LATERAL ${CHILDREN}
      WHERE child.trashed_at IS NULL)
    SELECT tree.path, e.kind, e.size_bytes AS "sizeBytes", e.sha256, e.updated_at AS "modifiedAt"
    FROM tree JOIN entries e ON e.id = tree.id
    ORDER BY tree.position, tree.depth, e.kind DESC, e.name COLLATE natural_name, e.id`;
}

/** Shared entries may come from several folders, and two of them have one name. */
function distinctNames(tops: ArchiveTop[]): string[] {
  const taken = new Set<string>();
  return tops.map((top) => {
    let name = top.name;
    for (let number = 1; taken.has(nameKey(name)); number += 1) {
      name = numberedName(top.name, kindOf(top), number);
    }
    taken.add(nameKey(name));
    return name;
  });
}

function toSource(blobs: BlobStore, row: TreeRow): ZipSource {
  const { sha256, modifiedAt } = row;
  const path = kindOf(row) === 'folder' ? `${row.path}/` : row.path;
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) {
    throw invalidInput(
      'ids',
      'Folders stand too deep in each other for an archive. Choose some further down.',
    );
  }
  return {
    path,
    modifiedAt,
    sizeBytes: Number(row.sizeBytes),
    open() {
      if (sha256 === null) throw new Error('A file with bytes names none.');
      return blobs.open(sha256);
    },
  };
}
