import { setImmediate as letOthersRun } from 'node:timers/promises';
import { Prisma } from '@/prisma/generated/client';
import type { Actor } from '@/server/accounts/actor';
import type { Database, Transaction } from '@/server/database/client';
import { NIL_UUID } from '@/server/database/is-uuid';
import { readSnapshot } from '@/server/database/read-snapshot';
import { answerWith } from './compare-hits';
import { type NameColumns, type NameRow, nameColumnsOf, toHit, toNameRows } from './name-row';
import { matchName } from './names/name-matcher';
import type { ParsedQuery } from './names/parse-query';
import { chooseStep, type Step } from './names/ranks';
import { filterConditions } from './query-line/filter-conditions';
import { holdsNone } from './query-line/matches-filters';
import type { ParsedSearch } from './query-line/parse-search';
import type { SearchFilters } from './query-line/search-filters';
import type { IndexAnswer, MatchedHit } from './search-index';
import type { SearchPage } from './search-page';

const ROWS_PER_STATEMENT = 20_000;
/** A large drive takes a while: other requests go on between so many of its names. */
const ROWS_AT_ONCE = 2_000;

/**
 * Answers from the names in the table of entries alone: exact, and slower with each name. For when the engine is
 * out of reach, or further behind than the delta can make up for. All names are read as of one moment, so that a
 * folder which moves meanwhile is counted whole or not at all.
 */
export function searchDatabase(
  db: Database,
  actor: Pick<Actor, 'accountId'>,
  { query, filters }: Pick<ParsedSearch, 'query' | 'filters'>,
  page: SearchPage,
): Promise<IndexAnswer> {
  const asked = { ...page, filters };
  return readSnapshot(db, async (snapshot) => {
    const conditions = await conditionsOf(snapshot, actor.accountId, filters);
    const match = (upTo: Step) => matchNames(snapshot, conditions, query, filters, upTo);
    if (page.after) {
      const { step } = page.after;
      return { step, ...answerWith(await match(step), asked) };
    }
    const written = await match(0);
    if (chooseStep({ written: written.length, sound: 0 }, query) === 0) {
      return { step: 0, ...answerWith(written, asked) };
    }
    const all = await match(2);
    const sound = all.filter(({ step }) => step <= 1);
    const step = chooseStep({ written: written.length, sound: sound.length }, query);
    return { step, ...answerWith(step === 2 ? all : sound.map((hit) => rankUpTo(1, query, hit)), asked) };
  });
}

/** What it is worth where looser steps were not asked for. */
function rankUpTo(step: Step, query: ParsedQuery, hit: MatchedHit): MatchedHit {
  return { ...hit, rank: matchName(query, hit.name, step)?.rank ?? hit.rank };
}

async function matchNames(
  snapshot: Transaction,
  conditions: Prisma.Sql,
  query: ParsedQuery,
  filters: SearchFilters,
  upTo: Step,
): Promise<MatchedHit[]> {
  const matches: MatchedHit[] = [];
  for await (const rows of readNames(snapshot, conditions)) {
    for (const [at, row] of rows.entries()) {
      if (at % ROWS_AT_ONCE === 0) await letOthersRun();
      const match = holdsNone(row.name, filters.without) ? matchName(query, row.name, upTo) : null;
      if (match) matches.push(toHit(row, match));
    }
  }
  return matches;
}

async function* readNames(snapshot: Transaction, conditions: Prisma.Sql): AsyncGenerator<NameRow[]> {
  for (let after = NIL_UUID; ; ) {
    const [page] = await snapshot.$queryRaw<[NameColumns]>`
      SELECT ${nameColumnsOf(Prisma.sql`id`)}
      FROM (
        SELECT id, revision, name, size_bytes, updated_at, kind, extension FROM entries
        WHERE id > ${after}::uuid AND ${conditions}
        ORDER BY id LIMIT ${ROWS_PER_STATEMENT}) AS page`;
    const rows = toNameRows(page);
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_PER_STATEMENT) return;
    after = last.entryId;
  }
}

/** What rows must be: live, this owner's, and what filters ask for but for types and words left out. */
async function conditionsOf(
  snapshot: Transaction,
  ownerId: string,
  filters: SearchFilters,
): Promise<Prisma.Sql> {
  const conditions = [
    Prisma.sql`owner_id = ${ownerId}::uuid AND parent_id IS NOT NULL AND trashed_at IS NULL AND purged_at IS NULL`,
    ...filterConditions(filters),
    ...(filters.starredOnly ? [Prisma.sql`starred_at IS NOT NULL`] : []),
  ];
  for (const ids of filters.folderIds) conditions.push(standsIn(await readFoldersBelow(snapshot, ids)));
  if (filters.subtrees !== null) {
    const ids = [...filters.subtrees];
    const below = standsIn(await readFoldersBelow(snapshot, ids));
    conditions.push(Prisma.sql`(id = ANY(${ids}::uuid[]) OR ${below})`);
  }
  return Prisma.join(conditions, ' AND ');
}

function standsIn(folderIds: string[]): Prisma.Sql {
  return Prisma.sql`parent_id = ANY(${folderIds}::uuid[])`;
}

/**
 * These folders and all folders below them. Read once and without their files: asked for with each page of names, a
 * tree of 100,000 entries was compared with each row of the page, for ten seconds.
 */
async function readFoldersBelow(snapshot: Transaction, folderIds: string[]): Promise<string[]> {
  const [found] = await snapshot.$queryRaw<{ ids: string[] }[]>`
    WITH RECURSIVE tree AS (
      SELECT id FROM unnest(${folderIds}::uuid[]) AS top(id)
      UNION
      SELECT child.id FROM tree CROSS JOIN LATERAL (
        SELECT e.id FROM entries e
        WHERE e.parent_id = tree.id AND e.kind = 'folder' AND e.trashed_at IS NULL AND e.purged_at IS NULL
        OFFSET 0) AS child)
    SELECT coalesce(json_agg(id), '[]') AS ids FROM tree`;
  return found?.ids ?? [];
}
