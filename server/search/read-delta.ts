import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { matchName } from './names/name-matcher';
import type { ParsedQuery } from './names/parse-query';
import type { Step } from './names/ranks';
import type { IndexHit } from './search-index';

/** A change that the index does not show yet. */
export interface PendingEntry {
  entryId: string;
  revision: bigint;
  kind: string;
  name: string;
  sizeBytes: bigint;
  updatedAt: Date;
  live: boolean;
}

export type PendingHit = IndexHit & { step: Step };

/** More pending rows than this cost more than reading the names themselves: the index is left aside then. */
export const MAX_DELTA = 2_000;

/** The delta of one person, at most MAX_DELTA + 1 rows. */
export function readDelta(db: Database, actor: Pick<Actor, 'accountId'>): Promise<PendingEntry[]> {
  return db.$queryRaw<PendingEntry[]>`
    SELECT id AS "entryId", revision, kind, name, size_bytes AS "sizeBytes", updated_at AS "updatedAt",
      trashed_at IS NULL AND purged_at IS NULL AS live
    FROM entries
    WHERE owner_id = ${actor.accountId}::uuid AND revision > indexed_revision AND parent_id IS NOT NULL
    LIMIT ${MAX_DELTA + 1}`;
}

/** What of the delta answers a query, each with the first step that finds it. */
export function matchDelta(
  delta: PendingEntry[],
  query: ParsedQuery,
  kind: 'file' | 'folder' | undefined,
): PendingHit[] {
  return delta.flatMap((entry): PendingHit[] => {
    if (!entry.live || (kind && entry.kind !== kind)) return [];
    const match = matchName(query, entry.name);
    return match
      ? [{ ...entry, ...match, revision: Number(entry.revision), sizeBytes: Number(entry.sizeBytes) }]
      : [];
  });
}
