import type { Database, Transaction } from '@/server/database/client';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import type { BlobStore } from '@/server/storage/blob-store';
import { lockBlob } from './tree/name-blob';

const BLOBS_PER_TRANSACTION = 100;

export interface CollectedBlobs {
  /** Blobs that no entry named any more. */
  unnamed: number;
  /** Bytes on the disk that the table does not know: an upload died between the two. */
  strays: number;
  /** What uploads that died left in staging. */
  staged: number;
}

/**
 * Removes bytes that nothing needs: blobs that no entry names and none has begun to name for `graceSeconds`, and
 * what dead uploads left. Safe beside uploads of the same bytes (both take lockBlob) and beside itself. Only
 * staging needs its grace: an upload to which nothing was written for `stagingGraceSeconds` is taken for dead.
 */
export async function collectBlobs(
  services: { db: Database; blobs: BlobStore },
  { graceSeconds = 3_600, stagingGraceSeconds = 3_600 } = {},
): Promise<CollectedBlobs> {
  return {
    unnamed: await collectUnnamed(services, graceSeconds),
    strays: await collectStrays(services, graceSeconds),
    staged: await services.blobs.sweepStaging(secondsAgo(stagingGraceSeconds)),
  };
}

async function collectUnnamed(
  { db, blobs }: { db: Database; blobs: BlobStore },
  graceSeconds: number,
): Promise<number> {
  let removed = 0;
  for (let last = ''; ; ) {
    const candidates = await db.$queryRaw<{ sha256: string }[]>`
      SELECT b.sha256 FROM blobs b
      WHERE b.sha256 > ${last} AND b.touched_at < now() - make_interval(secs => ${graceSeconds})
        AND NOT EXISTS (SELECT FROM entries e WHERE e.sha256 = b.sha256)
      ORDER BY b.sha256 LIMIT ${BLOBS_PER_TRANSACTION}`;
    const names = candidates.map((row) => row.sha256);
    if (names.length === 0) return removed;
    last = names.at(-1) ?? last;
    removed += await removeLocked({ db, blobs }, names, async (tx) => {
      // Asked again under the locks: an upload may have named one since.
      const rows = await tx.$queryRaw<{ sha256: string }[]>`
        DELETE FROM blobs b
        WHERE b.sha256 = ANY(${names}::text[])
          AND b.touched_at < statement_timestamp() - make_interval(secs => ${graceSeconds})
          AND NOT EXISTS (SELECT FROM entries e WHERE e.sha256 = b.sha256)
        RETURNING b.sha256`;
      return rows.map((row) => row.sha256);
    });
  }
}

async function collectStrays(
  { db, blobs }: { db: Database; blobs: BlobStore },
  graceSeconds: number,
): Promise<number> {
  const before = secondsAgo(graceSeconds);
  let removed = 0;
  let names: string[] = [];
  const collect = async () => {
    const strays = (await withoutRow(db, names)).sort();
    removed += await removeLocked({ db, blobs }, strays, (tx) => withoutRow(tx, strays));
    names = [];
  };
  for await (const blob of blobs.list()) {
    if (blob.modifiedAt < before) names.push(blob.sha256);
    if (names.length === BLOBS_PER_TRANSACTION) await collect();
  }
  await collect();
  return removed;
}

async function withoutRow(db: Transaction, names: string[]): Promise<string[]> {
  const rows = await db.blob.findMany({ where: { sha256: { in: names } }, select: { sha256: true } });
  const known = new Set(rows.map((row) => row.sha256));
  return names.filter((name) => !known.has(name));
}

/**
 * Removes those of the blobs that `choose` finds removable once all are locked. The bytes go before the locks do:
 * an upload that waits for one then finds nothing and brings its own. `names` in ascending order, so that two
 * collectors cannot wait for each other.
 */
async function removeLocked(
  { db, blobs }: { db: Database; blobs: BlobStore },
  names: string[],
  choose: (tx: Transaction) => Promise<string[]>,
): Promise<number> {
  if (names.length === 0) return 0;
  return commitWithEvents(db, async (tx) => {
    for (const name of names) await lockBlob(tx, name);
    const removable = await choose(tx);
    for (const name of removable) await blobs.remove(name);
    return { result: removable.length, events: [], live: [] };
  });
}

function secondsAgo(seconds: number): Date {
  return new Date(Date.now() - seconds * 1000);
}
