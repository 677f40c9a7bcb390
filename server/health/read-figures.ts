import type { Database } from '@/server/database/client';

/** What an operator watches, as the database says it now. */
export interface Figures {
  outboxEvents: number;
  /** 0 when the outbox is empty. */
  outboxOldestSeconds: number;
  /** Entries that the search index does not show in their present state yet. */
  deltaEntries: number;
}

/** Reads the figures in one query; the partial index on the delta and a short outbox keep it cheap. */
export async function readFigures(db: Database): Promise<Figures> {
  const [row] = await db.$queryRaw<{ events: number; oldest: number; delta: number }[]>`
    SELECT count(*)::int AS events,
      COALESCE(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::float8 AS oldest,
      (SELECT count(*) FROM entries WHERE revision > indexed_revision)::int AS delta
    FROM outbox_events`;
  return {
    outboxEvents: row?.events ?? 0,
    outboxOldestSeconds: Math.max(row?.oldest ?? 0, 0),
    deltaEntries: row?.delta ?? 0,
  };
}
