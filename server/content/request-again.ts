import type { NetdiskEvent } from '@/contracts/events';
import { Prisma } from '@/prisma/generated/client';
import type { Database, Transaction } from '@/server/database/client';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import { extensionOf, knownFormat } from './content-format';

/** Bounds what one run adds to a queue that may only be slow. */
const MAX_REQUESTS = 1_000;

/**
 * Publishes again the requests for texts and thumbnails of a day ago that nothing came of: their messages were lost, with
 * a broker or between two of them. What is only waiting is read once all the same.
 * @returns how many.
 */
export function requestAgain(db: Database): Promise<number> {
  return commitWithEvents(db, async (tx) => {
    const events = [...(await textsAgain(tx)), ...(await thumbnailsAgain(tx))];
    return { result: events.length, events, live: [] };
  });
}

async function textsAgain(tx: Transaction): Promise<NetdiskEvent[]> {
  const rows = await tx.$queryRaw<{ sha256: string; format: string; extension: string | null }[]>`
    UPDATE blob_texts t SET requested_at = now() WHERE t.sha256 IN (${staleIn(Prisma.sql`blob_texts`)})
    RETURNING t.sha256, t.format, (SELECT e.extension FROM entries e WHERE e.sha256 = t.sha256 LIMIT 1) AS extension`;
  return rows.map(({ sha256, format, extension }) => {
    const known = knownFormat(format);
    return {
      type: 'content.extraction-requested',
      sha256,
      extension: known ? extensionOf(known) : (extension ?? ''),
    };
  });
}

async function thumbnailsAgain(tx: Transaction): Promise<NetdiskEvent[]> {
  const rows = await tx.$queryRaw<{ sha256: string }[]>`
    UPDATE blob_thumbnails t SET requested_at = now()
    WHERE t.sha256 IN (${staleIn(Prisma.sql`blob_thumbnails`)})
    RETURNING t.sha256`;
  return rows.map(({ sha256 }) => ({ type: 'content.thumbnail-requested', sha256 }));
}

/** The blobs whose requests are a day old, the oldest first. */
function staleIn(table: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT sha256 FROM ${table} WHERE status = 'requested' AND requested_at < now() - interval '1 day'
    ORDER BY requested_at LIMIT ${MAX_REQUESTS} FOR UPDATE SKIP LOCKED`;
}
