import type { Database } from '@/server/database/client';
import { inParts } from '@/server/database/in-parts';

const ROWS_PER_STATEMENT = 10_000;

/**
 * Removes the rows of purged entries once the index has confirmed that it shows them no more, and `graceSeconds`
 * have passed: longer than any message about them can still be on its way.
 * @returns how many.
 */
export function removePurgedStubs(db: Database, { graceSeconds = 24 * 3_600 } = {}): Promise<number> {
  return inParts(
    ROWS_PER_STATEMENT,
    (limit) => db.$executeRaw`
      DELETE FROM entries WHERE id IN (
        SELECT id FROM entries
        WHERE purged_at < now() - make_interval(secs => ${graceSeconds}) AND indexed_revision = revision
        LIMIT ${limit})`,
  );
}
