import type { Database } from '@/server/database/client';

/** The texts of blobs, in one statement, or none where none is asked for. */
export async function readTexts(db: Database, hashes: string[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map();
  const rows = await db.blobText.findMany({
    where: { sha256: { in: hashes } },
    select: { sha256: true, text: true },
  });
  return new Map(rows.map(({ sha256, text }) => [sha256, text]));
}
