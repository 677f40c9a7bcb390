import { Prisma } from '@/prisma/generated/client';
import type { Database } from '@/server/database/client';
import { answerOfStep, type StepAnswer } from '../answer-in-steps';
import { type NameColumns, nameColumnsOf, toHit, toNameRows } from '../name-row';
import { matchName } from '../names/name-matcher';
import type { ParsedQuery, QueryWord } from '../names/parse-query';
import { waysOf } from '../names/ranks';
import type { IndexQuery, MatchedHit } from '../search-index';
import { foundInText, standsInText } from './content-conditions';
import { scopeOf } from './find-written';
import { askedGrams } from './grams';
import { holdsAllOf, holdsOneOf } from './holds-terms';
import { wantedTerms } from './segment-terms';
import { type AskedTerms, askedSounds } from './sound-terms';

/** The most names that are compared in this process; beyond it the newest are taken, and the total is theirs. */
const MAX_CANDIDATES = 20_000;

/**
 * Steps 1 and 2: the database finds every name that may match, the name matcher decides and ranks. SQL has no
 * distance that forgives swapped letters, and a loose match has few candidates.
 */
export async function findLoose(db: Database, index: IndexQuery, step: 1 | 2): Promise<StepAnswer> {
  const wordsInText = index.query.words.map((word) => standsInText(word, index.ownerId));
  const [found] = await db.$queryRaw<[Candidates]>`
    SELECT ${nameColumnsOf(Prisma.sql`entry_id`)},
      json_object_agg(entry_id, in_text) FILTER (WHERE in_text IS NOT NULL) AS texts
    FROM (
      SELECT entry_id, revision, name, size_bytes, updated_at, kind, extension,
        CASE WHEN content <> '' THEN ARRAY[${Prisma.join(wordsInText)}] END AS in_text
      FROM search_documents
      WHERE ${scopeOf(index)} AND ${mayMatch(index, step)}
      ORDER BY updated_at DESC, entry_id LIMIT ${MAX_CANDIDATES}) AS candidate`;
  const matches: MatchedHit[] = [];
  for (const row of toNameRows(found)) {
    const match = matchName(index.query, row.name, step, found.texts?.[row.entryId]);
    if (match) matches.push(toHit(row, match));
  }
  return answerOfStep(matches, index);
}

interface Candidates extends NameColumns {
  /** Of those that have a text, by their ids. */
  texts: Record<string, boolean[]> | null;
}

/**
 * True of every name in which all words match, and of some more. Of several words the places of rows are brought
 * together: PostgreSQL would look up one word and compare the terms of each row it finds with those of the others,
 * which took ten times as long. Within one statement places stay, and rows are read by them in the order of the table.
 */
function mayMatch({ query, ownerId }: IndexQuery, step: 1 | 2): Prisma.Sql {
  const words = query.words.map((word) => mayHold(query, word, step));
  const [only] = words;
  if (only && words.length === 1) return only;
  const places = words.map(
    (word) => Prisma.sql`
      (SELECT ctid FROM search_documents WHERE owner_id = ${ownerId}::uuid AND NOT removed AND ${word})`,
  );
  return Prisma.sql`ctid = ANY(ARRAY(${Prisma.join(places, ' INTERSECT ')}))`;
}

function mayHold(query: ParsedQuery, word: QueryWord, step: 1 | 2): Prisma.Sql {
  const { asWritten, readings, squashed, typo } = waysOf(query, word, step);
  const texts = [...(asWritten ? [word.text] : []), ...(squashed === null ? [] : [squashed])];
  const conditions = [...new Set(texts)].map((text) => holdsAllOf(askedGrams(text)));
  conditions.push(...askedSounds(readings).map(holdsSounds));
  if (typo) conditions.push(holdsOneOf(wantedTerms(typo)));
  const inText = foundInText(word);
  if (inText !== null) conditions.push(inText);
  if (conditions.length === 0) return Prisma.sql`false`;
  return Prisma.sql`(${Prisma.join(conditions, ' OR ')})`;
}

function holdsSounds(asked: AskedTerms): Prisma.Sql {
  return 'all' in asked ? holdsAllOf(asked.all) : holdsOneOf(asked.any);
}
