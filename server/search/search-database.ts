import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { SearchQuery } from '@/contracts/search';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { compareHits, defaultOrder } from './compare-hits';
import { matchName } from './names/name-matcher';
import type { ParsedQuery } from './names/parse-query';
import { chooseStep, type Step } from './names/ranks';
import type { IndexAnswer } from './search-index';

const ROWS_PER_PAGE = 5_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** [id, revision, name, size, time] of a live entry. */
type NameRow = [entryId: string, revision: number, name: string, sizeBytes: number, updatedAtMs: number];

/**
 * Answers from the names in the table of entries alone: exact, and slower with each name. For when the engine is
 * out of reach, or further behind than the delta can make up for.
 */
export async function searchDatabase(
  db: Database,
  actor: Pick<Actor, 'accountId'>,
  query: ParsedQuery,
  input: SearchQuery,
): Promise<IndexAnswer> {
  const written = await matchNames(db, actor, query, input, 0);
  if (chooseStep({ written: written.length, sound: 0 }, query.hasStrongSound) === 0) {
    return answer(0, written, input);
  }
  const all = await matchNames(db, actor, query, input, 2);
  const sound = all.filter((match) => match.step <= 1);
  const step = chooseStep({ written: written.length, sound: sound.length }, query.hasStrongSound);
  return answer(step, step === 2 ? all : sound, input);
}

type Match = { row: NameRow; rank: number; step: Step };

function answer(step: Step, matches: Match[], { sort, order, page, size }: SearchQuery): IndexAnswer {
  const from = (page - 1) * size;
  const hits = matches.map(({ row: [entryId, revision, name, sizeBytes, updatedAtMs], rank }) => ({
    entryId,
    revision,
    name,
    sizeBytes,
    rank,
    updatedAt: new Date(updatedAtMs),
  }));
  hits.sort(compareHits(sort, order ?? defaultOrder(sort)));
  return { step, total: hits.length, hits: hits.slice(from, from + size) };
}

async function matchNames(
  db: Database,
  actor: Pick<Actor, 'accountId'>,
  query: ParsedQuery,
  { kind }: SearchQuery,
  upTo: Step,
): Promise<Match[]> {
  const matches: Match[] = [];
  for await (const rows of readNames(db, actor.accountId, kind)) {
    for (const row of rows) {
      const match = matchName(query, row[2], upTo);
      if (match) matches.push({ row, ...match });
    }
    // A large drive takes a while: other requests go on between its pages.
    await letOthersRun();
  }
  return matches;
}

async function* readNames(db: Database, ownerId: string, kind?: string): AsyncGenerator<NameRow[]> {
  for (let after = FIRST_ID; ; ) {
    // One JSON text per page: Prisma takes many times as long to read the same as rows.
    const [page] = await db.$queryRaw<{ rows: NameRow[] }[]>`
      SELECT coalesce(json_agg(json_build_array(id, revision, name, size_bytes,
        (extract(epoch FROM updated_at) * 1000)::bigint) ORDER BY id), '[]') AS rows
      FROM (
        SELECT id, revision, name, size_bytes, updated_at FROM entries
        WHERE owner_id = ${ownerId}::uuid AND id > ${after}::uuid AND parent_id IS NOT NULL
          AND trashed_at IS NULL AND purged_at IS NULL AND (${kind ?? null}::text IS NULL OR kind = ${kind ?? null})
        ORDER BY id LIMIT ${ROWS_PER_PAGE}) AS page`;
    const rows = page?.rows ?? [];
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_PER_PAGE) return;
    after = last[0];
  }
}
