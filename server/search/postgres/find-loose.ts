import { Prisma } from '@/prisma/generated/client';
import type { Database } from '@/server/database/client';
import { compareHits } from '../compare-hits';
import { matchName } from '../names/name-matcher';
import type { QueryWord } from '../names/parse-query';
import type { IndexHit, IndexQuery } from '../search-index';
import { gramsOf, soundsQuery } from './document-columns';
import { scopeOf } from './find-written';

/** The most names that are compared in this process; beyond it the newest are taken, and the total is theirs. */
const MAX_CANDIDATES = 5_000;

/**
 * Steps 1 and 2: the database finds every name that may match, the name matcher decides and ranks. SQL has no
 * distance that forgives swapped letters, and a loose match has few candidates.
 */
export async function findLoose(
  db: Database,
  index: IndexQuery,
  step: 1 | 2,
): Promise<{ hits: IndexHit[]; total: number }> {
  const words = index.query.words.map((word) => mayMatch(word, step));
  const rows = await db.$queryRaw<Candidate[]>`
    SELECT entry_id AS "entryId", revision, name, size_bytes AS "sizeBytes", updated_at AS "updatedAt"
    FROM search_documents
    WHERE ${scopeOf(index)} AND ${Prisma.join(words, ' AND ')}
    ORDER BY updated_at DESC, entry_id LIMIT ${MAX_CANDIDATES}`;
  const hits = rows.flatMap((row): IndexHit[] => {
    const match = matchName(index.query, row.name, step);
    return match
      ? [{ ...row, rank: match.rank, revision: Number(row.revision), sizeBytes: Number(row.sizeBytes) }]
      : [];
  });
  hits.sort(compareHits(index.sort, index.order));
  return { hits: hits.slice(index.from, index.from + index.size), total: hits.length };
}

interface Candidate {
  entryId: string;
  revision: bigint;
  name: string;
  sizeBytes: bigint;
  updatedAt: Date;
}

/** True of every name in which the word matches, and of some more. */
function mayMatch(word: QueryWord, step: 1 | 2): Prisma.Sql {
  const readings = word.readings.filter(({ strong }) => step === 2 || strong);
  const spans = [word.text];
  if (step === 2) {
    if (word.squashed !== null) spans.push(word.squashed);
    if (word.typo) spans.push(...word.typo.pieces);
  }
  const conditions = [...new Set(spans)].map((text) => Prisma.sql`grams @> ${gramsOf(text)}`);
  for (const reading of readings) {
    conditions.push(Prisma.sql`sounds @@ ${soundsQuery(reading)}::tsquery`);
  }
  return Prisma.sql`(${Prisma.join(conditions, ' OR ')})`;
}
