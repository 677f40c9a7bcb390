import { Prisma } from '@/prisma/generated/client';
import type { Database } from '@/server/database/client';
import { answerWith } from '../compare-hits';
import { type InText, matchName } from '../names/name-matcher';
import { type NameRow, nameRowOf, toHit } from '../names/name-row';
import type { QueryWord } from '../names/parse-query';
import { waysOf } from '../names/ranks';
import type { IndexAnswer, IndexHit, IndexQuery } from '../search-index';
import { foundInText, standsInText } from './content-conditions';
import { soundsQuery } from './document-columns';
import { holdsTerms, scopeOf } from './find-written';
import { wantedTerms } from './segment-terms';

/** The most names that are compared in this process; beyond it the newest are taken, and the total is theirs. */
const MAX_CANDIDATES = 20_000;

/**
 * Steps 1 and 2: the database finds every name that may match, the name matcher decides and ranks. SQL has no
 * distance that forgives swapped letters, and a loose match has few candidates.
 */
export async function findLoose(
  db: Database,
  index: IndexQuery,
  step: 1 | 2,
): Promise<Omit<IndexAnswer, 'step'>> {
  const words = index.query.words.map((word) => mayMatch(index, word, step));
  const wordsInText = index.query.words.map((word) => standsInText(word, index.ownerId));
  const [found] = await db.$queryRaw<{ candidates: Candidate[] }[]>`
    SELECT coalesce(json_agg(json_build_array(json_build_array(${nameRowOf(Prisma.sql`entry_id`)}), in_text)), '[]') AS candidates
    FROM (
      SELECT entry_id, revision, name, size_bytes, updated_at, kind, extension,
        CASE WHEN content <> '' THEN ARRAY[${Prisma.join(wordsInText)}] END AS in_text
      FROM search_documents
      WHERE ctid = ANY(ARRAY(${Prisma.join(words, ' INTERSECT ')})) AND ${scopeOf(index)}
      ORDER BY updated_at DESC, entry_id LIMIT ${MAX_CANDIDATES}) AS candidate`;
  const matches: IndexHit[] = [];
  for (const candidate of found?.candidates ?? []) {
    const [row, inText] = candidate;
    const match = matchName(index.query, row[2], step, inText);
    if (match) matches.push(toHit(row, match.rank));
  }
  return answerWith(matches, index);
}

type Candidate = [row: NameRow, inText: InText];

/**
 * Where the rows are of every name in which the word matches, and of some more. Each way has a select of its own: of
 * ways joined by OR each row is compared with all of them once one of them (a phrase of sounds) needs a second look.
 * Places and not ids: within one statement they stay, and thousands of rows are read by them in the order of the table.
 */
function mayMatch({ query, ownerId }: IndexQuery, word: QueryWord, step: 1 | 2): Prisma.Sql {
  const { asWritten, readings, squashed, typo } = waysOf(query, word, step);
  const texts = [...(asWritten ? [word.text] : []), ...(squashed === null ? [] : [squashed])];
  const conditions = [...new Set(texts)].map((text) => holdsTerms(text));
  if (readings.length > 0) {
    conditions.push(Prisma.sql`sounds @@ (SELECT ${soundsQuery(readings)}::tsquery)`);
  }
  if (typo) conditions.push(Prisma.sql`terms && (SELECT ${wantedTerms(typo)}::text[])`);
  const inText = asWritten ? foundInText(word) : null;
  if (inText !== null) conditions.push(inText);
  if (conditions.length === 0) conditions.push(Prisma.sql`false`);
  const ways = conditions.map(
    (condition) => Prisma.sql`
      SELECT ctid FROM search_documents WHERE owner_id = ${ownerId}::uuid AND NOT removed AND ${condition}`,
  );
  return Prisma.sql`(${Prisma.join(ways, ' UNION ')})`;
}
