import { Prisma } from '@/prisma/generated/client';
import type { Database } from '@/server/database/client';
import type { StepAnswer } from '../answer-in-steps';
import type { ParsedQuery, QueryWord } from '../names/parse-query';
import { AS_TYPED, PHRASE_BONUS, TIER } from '../names/ranks';
import { nameSortKey } from '../names/sort-key';
import { type CountedEntries, countFacets } from '../query-line/facets';
import { filterConditions, isOfType } from '../query-line/filter-conditions';
import type { IndexHit, IndexQuery } from '../search-index';
import { foundInText, mayStandInText, standsInText } from './content-conditions';
import { askedGrams } from './grams';
import { holdsAllOf } from './holds-terms';

interface FoundRow {
  total: bigint;
  named: bigint;
  groups: CountedEntries[];
  entryId: string | null;
  revision: bigint;
  rank: number;
  name: string;
  kind: string;
  extension: string;
  sizeBytes: bigint;
  updatedAt: Date;
}

/** Step 0, the words as written, ranked and counted by the database in one statement. */
export async function findWritten(db: Database, index: IndexQuery): Promise<StepAnswer> {
  const rows = await db.$queryRaw<FoundRow[]>`
    WITH found AS MATERIALIZED (
      SELECT entry_id, ${rankOf(index)} AS rank, size_bytes, updated_at, ${sortKeyOf(index)} AS sort_key,
        kind, extension, ${isOfType(index.filters)} AS fits, true AS named
      FROM search_documents
      WHERE ${scopeOf(index)} AND ${holdsWords(index.query)}
      ${orInText(index)}),
    page AS (
      SELECT * FROM found WHERE fits AND ${isFollowing(index)} ORDER BY ${orderOf(index)} LIMIT ${index.size} OFFSET ${index.from}),
    counted AS (
      SELECT coalesce(sum(fitting), 0) AS total, coalesce(sum(naming), 0) AS named,
        coalesce(json_agg(json_build_object('kind', kind, 'extension', extension, 'count', entries)), '[]') AS groups
      FROM (
        SELECT kind, extension, count(*) AS entries, count(*) FILTER (WHERE fits) AS fitting,
          count(*) FILTER (WHERE named) AS naming
        FROM found GROUP BY kind, extension) AS grouped)
    SELECT counted.total, counted.named, counted.groups, page.entry_id AS "entryId", d.revision, page.rank, d.name, d.kind, d.extension, d.size_bytes AS "sizeBytes",
      d.updated_at AS "updatedAt"
    FROM counted
    LEFT JOIN page ON true
    LEFT JOIN search_documents d ON d.entry_id = page.entry_id
    ORDER BY ${orderOf(index, Prisma.sql`page.`)}`;
  const [first] = rows;
  return {
    total: Number(first?.total ?? 0),
    named: Number(first?.named ?? 0),
    hits: rows.flatMap(toHit),
    facets: countFacets(first?.groups ?? []),
  };
}

function holdsWords({ words }: ParsedQuery): Prisma.Sql {
  if (words.length === 0) return Prisma.sql`true`;
  return Prisma.join(
    [holdsAllOf(words.flatMap(({ text }) => askedGrams(text))), ...words.map(inName)],
    ' AND ',
  );
}

/** Documents of which some words stand in the text and the others in the name: beside those the name alone answers. */
function orInText(index: IndexQuery): Prisma.Sql {
  const { words } = index.query;
  const found = inNameOrText(index);
  if (found === null) return Prisma.empty;
  const ranks = words.map(
    (word) => Prisma.sql`CASE WHEN ${inName(word)} THEN ${wordRank(word)} ELSE ${int(TIER.content)} END`,
  );
  return Prisma.sql`
    UNION ALL
    SELECT entry_id, ${index.sort === 'relevance' ? Prisma.join(ranks, ' + ') : int(0)}, size_bytes, updated_at,
      ${sortKeyOf(index)}, kind, extension, ${isOfType(index.filters)}, false
    FROM search_documents
    WHERE ${scopeOf(index)} AND ${found} AND NOT (${Prisma.join(words.map(inName), ' AND ')})`;
}

/** A word at least stands in the text, and every other in the name or the text. Null where no text can hold one. */
function inNameOrText({ query: { words }, ownerId }: IndexQuery): Prisma.Sql | null {
  const [word, ...others] = words;
  if (word && others.length === 0) return foundInText(word);
  const each = words.map((one) => Prisma.sql`(${inName(one)} OR ${standsInText(one, ownerId)})`);
  const found = mayStandInText(words);
  return found && Prisma.join([found, ...each], ' AND ');
}

function inName({ text }: QueryWord): Prisma.Sql {
  return Prisma.sql`strpos(folded, ${text}) > 0`;
}

/** Live documents of this owner that pass all filters but the one by type, and that the delta does not answer for. */
export function scopeOf(index: IndexQuery): Prisma.Sql {
  const subtrees = index.filters.subtrees && [...index.filters.subtrees];
  const conditions = [Prisma.sql`owner_id = ${index.ownerId}::uuid AND NOT removed`];
  if (index.excludedIds.length > 0) {
    conditions.push(Prisma.sql`entry_id <> ALL(${index.excludedIds}::uuid[])`);
  }
  conditions.push(
    ...filterConditions(index.filters),
    ...(index.filters.starredOnly ? [Prisma.sql`starred`] : []),
    ...index.filters.folderIds.map((ids) => Prisma.sql`ancestor_ids && ${ids}::uuid[]`),
    ...(subtrees === null
      ? []
      : [Prisma.sql`(entry_id = ANY(${subtrees}::uuid[]) OR ancestor_ids && ${subtrees}::uuid[])`]),
    ...index.filters.without.map((text) => Prisma.sql`strpos(folded, ${text}) = 0`),
  );
  return Prisma.join(conditions, ' AND ');
}

function toHit(row: FoundRow): IndexHit[] {
  if (row.entryId === null) return [];
  return [
    {
      entryId: row.entryId,
      revision: Number(row.revision),
      rank: row.rank,
      name: row.name,
      kind: row.kind,
      extension: row.extension,
      sizeBytes: Number(row.sizeBytes),
      updatedAt: row.updatedAt,
    },
  ];
}

/** The order of compare-hits.ts. */
function orderOf({ sort, order }: IndexQuery, from = Prisma.empty): Prisma.Sql {
  const direction = order === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const newestThenId = Prisma.sql`${from}updated_at DESC, ${from}entry_id ASC`;
  switch (sort) {
    case 'relevance':
      return Prisma.sql`${from}rank DESC, ${newestThenId}`;
    case 'name':
      return Prisma.sql`${from}sort_key ${direction}, ${newestThenId}`;
    case 'size':
      return Prisma.sql`${from}size_bytes ${direction}, ${newestThenId}`;
    case 'updatedAt':
      return Prisma.sql`${from}updated_at ${direction}, ${from}entry_id ASC`;
  }
}

/** What stands behind the hit to go on after, in the order of orderOf. */
function isFollowing({ sort, order, after }: IndexQuery): Prisma.Sql {
  if (!after) return Prisma.sql`true`;
  const { rank, name, sizeBytes, updatedAt, entryId } = after.hit;
  const [column, value] = {
    relevance: [Prisma.sql`rank`, int(rank)],
    name: [Prisma.sql`sort_key`, Prisma.sql`${nameSortKey(name)}`],
    size: [Prisma.sql`size_bytes`, Prisma.sql`${BigInt(sizeBytes)}`],
    updatedAt: [Prisma.sql`updated_at`, Prisma.sql`${updatedAt}::timestamptz`],
  }[sort];
  const beyond = Prisma.raw(sort !== 'relevance' && order === 'asc' ? '>' : '<');
  return Prisma.sql`(${column} ${beyond} ${value} OR ${column} = ${value}
    AND (updated_at < ${updatedAt}::timestamptz OR updated_at = ${updatedAt}::timestamptz AND entry_id > ${entryId}::uuid))`;
}

/** Carried along only where it is asked for: it is as wide as the name. */
function sortKeyOf({ sort }: IndexQuery): Prisma.Sql {
  return sort === 'name' ? Prisma.sql`sort_key` : Prisma.sql`NULL::text`;
}

/** The sum of names/ranks.ts for a name that holds every word as written. */
function rankOf({ sort, query }: IndexQuery): Prisma.Sql {
  if (sort !== 'relevance') return Prisma.sql`0`;
  return Prisma.join([phraseRank(query), ...query.words.map(wordRank)], ' + ');
}

function phraseRank({ phrase, lastNumber }: ParsedQuery): Prisma.Sql {
  if (phrase === '') return int(0);
  const inside = phrase.includes(' ')
    ? Prisma.sql`WHEN strpos(folded, ${phrase}) > 0 THEN ${int(PHRASE_BONUS.inside)}`
    : Prisma.empty;
  const endsThere = lastNumber === null ? Prisma.empty : Prisma.sql`AND ${hasToken(lastNumber)}`;
  return Prisma.sql`CASE WHEN folded = ${phrase} OR stem = ${phrase} THEN ${int(PHRASE_BONUS.exact)}
    WHEN starts_with(folded, ${phrase}) ${endsThere} THEN ${int(PHRASE_BONUS.start)} ${inside} ELSE 0 END`;
}

function wordRank(word: QueryWord): Prisma.Sql {
  if (word.written === null) return wordTier(word);
  return Prisma.sql`${wordTier(word)} +
    CASE WHEN strpos(coalesce(written, folded), ${word.written}) > 0 THEN ${int(AS_TYPED)} ELSE 0 END`;
}

function wordTier(word: QueryWord): Prisma.Sql {
  const last = word.tokens.at(-1);
  if (last === undefined) return int(word.hasCjk ? TIER.token : TIER.substring);
  const others = word.tokens.slice(0, -1).map(hasToken);
  const together = (condition: Prisma.Sql) => Prisma.join([...others, condition], ' AND ');
  return Prisma.sql`CASE WHEN ${together(hasToken(last))} THEN ${int(TIER.token)}
    WHEN ${together(Prisma.sql`strpos(tokens, ${`|${last}`}) > 0`)} THEN ${int(TIER.tokenStart)}
    ELSE ${int(TIER.substring)} END`;
}

function hasToken(token: string): Prisma.Sql {
  return Prisma.sql`strpos(tokens, ${`|${token}|`}) > 0`;
}

/** A number of ours written into the statement: as a parameter PostgreSQL could not tell its type. */
function int(value: number): Prisma.Sql {
  return Prisma.raw(String(value));
}
