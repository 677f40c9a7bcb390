import { Prisma } from '@/prisma/generated/client';
import type { Database } from '@/server/database/client';
import type { ParsedQuery } from '../names/parse-query';
import { inTextOf } from './in-text';

/** What the text of a blob holds of a query. */
export interface FoundText {
  /** For each word of the query, whether it stands in the text. */
  inText: boolean[];
  text: string;
}

/**
 * The texts of those blobs that hold a word of the query, by hash; in one statement, or none where none is asked for.
 * Texts are long, and each has to be unpacked: to be asked for those files alone whose names do not tell enough.
 */
export async function readTexts(
  db: Database,
  query: ParsedQuery,
  hashes: string[],
): Promise<Map<string, FoundText>> {
  if (hashes.length === 0) return new Map();
  const rows = await db.queryPrepared<FoundText & { sha256: string }>(Prisma.sql`
    SELECT texts.sha256, found."inText", texts.text
    FROM (
      SELECT hash, ${inTextOf(query, Prisma.sql`blob.hash`)} AS "inText" FROM unnest(${hashes}::text[]) AS blob(hash)
    ) AS found JOIN blob_texts texts ON texts.sha256 = found.hash
    WHERE true = ANY(found."inText")`);
  return new Map(rows.map(({ sha256, ...found }) => [sha256, found]));
}
