import type { Database } from '@/server/database/client';
import { LIVE_CHANNEL } from '@/server/outbox/commit-with-events';

/** Takes entries out of the delta, now that searches see them, and tells the open pages of their owners. */
export async function markIndexed(
  db: Database,
  entries: { entryId: string; revision: number }[],
): Promise<void> {
  if (entries.length === 0) return;
  const ids = entries.map(({ entryId }) => entryId);
  const revisions = entries.map(({ revision }) => revision);
  await db.$executeRaw`
    WITH seen AS (
      SELECT * FROM unnest(${ids}::uuid[], ${revisions}::bigint[]) AS seen(id, revision)),
    -- Locked in one order: two indexers that mark the same rows would otherwise wait for each other.
    locked AS (
      SELECT e.id FROM entries e JOIN seen ON seen.id = e.id WHERE e.indexed_revision < seen.revision
      ORDER BY e.id FOR NO KEY UPDATE OF e),
    marked AS (
      UPDATE entries e SET indexed_revision = seen.revision FROM seen JOIN locked ON locked.id = seen.id
      WHERE e.id = seen.id AND e.indexed_revision < seen.revision RETURNING e.owner_id)
    SELECT pg_notify(${LIVE_CHANNEL}, json_build_object('type', 'entry.indexed', 'ownerId', owner_id)::text)
    FROM (SELECT DISTINCT owner_id FROM marked) AS owners`;
}
