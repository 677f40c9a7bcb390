import { setImmediate as letOthersRun } from 'node:timers/promises';
import { Prisma } from '@/prisma/generated/client';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { NIL_UUID } from '@/server/database/is-uuid';
import { CHILDREN } from '@/server/drive/tree/subtree';
import { answerWith } from './compare-hits';
import { matchName } from './names/name-matcher';
import { type NameRow, nameRowOf, toHit } from './names/name-row';
import type { ParsedQuery } from './names/parse-query';
import { chooseStep, type Step } from './names/ranks';
import { filterConditions } from './query-line/filter-conditions';
import { holdsNone } from './query-line/matches-filters';
import type { ReadSearch } from './query-line/read-search';
import type { SearchFilters } from './query-line/search-filters';
import type { IndexAnswer, IndexHit } from './search-index';
import type { SearchPage } from './search-page';

const ROWS_PER_PAGE = 5_000;

/**
 * Answers from the names in the table of entries alone: exact, and slower with each name. For when the engine is
 * out of reach, or further behind than the delta can make up for.
 */
export async function searchDatabase(
  db: Database,
  actor: Pick<Actor, 'accountId'>,
  { query, filters }: Pick<ReadSearch, 'query' | 'filters'>,
  page: SearchPage,
): Promise<IndexAnswer> {
  const asked = { ...page, filters };
  if (page.after) {
    const { step } = page.after;
    return { step, ...answerWith(await matchNames(db, actor, query, filters, step), asked) };
  }
  const written = await matchNames(db, actor, query, filters, 0);
  if (chooseStep({ written: written.length, sound: 0 }, query) === 0) {
    return { step: 0, ...answerWith(written, asked) };
  }
  const all = await matchNames(db, actor, query, filters, 2);
  const sound = all.filter((match) => match.step <= 1);
  const step = chooseStep({ written: written.length, sound: sound.length }, query);
  return { step, ...answerWith(step === 2 ? all : sound, asked) };
}

type Match = IndexHit & { step: Step };

async function matchNames(
  db: Database,
  actor: Pick<Actor, 'accountId'>,
  query: ParsedQuery,
  filters: SearchFilters,
  upTo: Step,
): Promise<Match[]> {
  const matches: Match[] = [];
  for await (const rows of readNames(db, actor.accountId, filters)) {
    for (const row of rows) {
      const [, , name] = row;
      const match = holdsNone(name, filters.without) ? matchName(query, name, upTo) : null;
      if (match) matches.push({ ...toHit(row, match.rank), step: match.step });
    }
    // A large drive takes a while: other requests go on between its pages.
    await letOthersRun();
  }
  return matches;
}

async function* readNames(db: Database, ownerId: string, filters: SearchFilters): AsyncGenerator<NameRow[]> {
  const places = filters.folderIds.map((ids) => Prisma.sql`id IN (${below(ids)})`);
  if (filters.subtrees !== null) {
    const ids = [...filters.subtrees];
    places.push(Prisma.sql`(id = ANY(${ids}::uuid[]) OR id IN (${below(ids)}))`);
  }
  const starred = filters.starredOnly ? [Prisma.sql`starred_at IS NOT NULL`] : [];
  const conditions = [...filterConditions(filters), ...starred, ...places, Prisma.sql`purged_at IS NULL`];
  for (let after = NIL_UUID; ; ) {
    const [page] = await db.$queryRaw<{ rows: NameRow[] }[]>`
      SELECT coalesce(json_agg(json_build_array(${nameRowOf(Prisma.sql`id`)}) ORDER BY id), '[]') AS rows
      FROM (
        SELECT id, revision, name, size_bytes, updated_at, kind, extension FROM entries
        WHERE owner_id = ${ownerId}::uuid AND id > ${after}::uuid AND parent_id IS NOT NULL
          AND trashed_at IS NULL AND ${Prisma.join(conditions, ' AND ')}
        ORDER BY id LIMIT ${ROWS_PER_PAGE}) AS page`;
    const rows = page?.rows ?? [];
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_PER_PAGE) return;
    after = last[0];
  }
}

/** All that stands below some folders, themselves left out. */
function below(folderIds: string[]): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE tree AS (
      SELECT child.id FROM entries child WHERE child.parent_id = ANY(${folderIds}::uuid[])
      UNION
      SELECT child.id FROM tree CROSS JOIN LATERAL ${CHILDREN})
    SELECT id FROM tree`;
}
