import { type LinePart, parseQueryLine, writeQueryLine } from '@/contracts/query-line/parse-query-line';
import { Prisma } from '@/prisma/generated/client';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { foldText } from '../names/fold/fold-name';
import { canBeCorrected, fragmentsOf, nearestWords } from './nearest-word';

/** Words of a line that are looked at; longer lines are not typed. */
const MAX_WORDS = 3;
/** Names that are looked at for each of them. */
const MAX_NAMES = 100_000;
/** Those that look most like the word are compared with it. */
const COMPARED_NAMES = 300;
const MAX_CORRECTIONS = 2;

/**
 * The line with its words as the person's own names spell them; null where none is near. Only live names are read, by
 * one statement for each of up to three words, and nothing is suggested that finds nothing.
 * @param findsSomething asks the search itself; at most twice.
 */
export async function correctLine(
  db: Database,
  { accountId }: Pick<Actor, 'accountId'>,
  line: string,
  findsSomething: (line: string) => Promise<boolean>,
): Promise<string | null> {
  const parts = parseQueryLine(line);
  const words = parts.filter(isCorrectable);
  if (words.length === 0 || words.length > MAX_WORDS) return null;
  const corrections = await Promise.all(words.map((word) => correctWord(db, accountId, word.text)));
  const most = Math.max(...corrections.map((texts) => texts.length));
  for (let choice = 0; choice < most; choice += 1) {
    const correctionOf = new Map<LinePart, string | undefined>(
      words.map((word, at) => [word, corrections[at]?.[choice] ?? corrections[at]?.[0]]),
    );
    const suggested = writeQueryLine(parts.map((part) => ({ raw: correctionOf.get(part) ?? part.raw })));
    if (await findsSomething(suggested)) return suggested;
  }
  return null;
}

function isCorrectable(part: LinePart): part is Extract<LinePart, { kind: 'word' | 'phrase' | 'without' }> {
  return part.kind === 'word' && canBeCorrected(foldText(part.text));
}

async function correctWord(db: Database, ownerId: string, typed: string): Promise<string[]> {
  const word = foldText(typed);
  const names = await namesLike(db, ownerId, fragmentsOf(word));
  return nearestWords(word, names, MAX_CORRECTIONS);
}

/** The live names of a person that hold the most of some fragments. */
async function namesLike(db: Database, ownerId: string, fragments: string[]): Promise<string[]> {
  // LIKE takes three quarters of the time of strpos; fragments are letters, digits and Chinese, and no wildcards.
  const held = fragments.map((fragment) => Prisma.sql`(name_key LIKE ${`%${fragment}%`})::integer`);
  // OFFSET 0 keeps what is inside from being computed again by what is around it.
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT name_key AS name FROM (
      SELECT name_key, ${Prisma.join(held, ' + ')} AS held FROM (
        SELECT name_key FROM entries
        WHERE owner_id = ${ownerId}::uuid AND trashed_at IS NULL AND purged_at IS NULL
        LIMIT ${MAX_NAMES}) AS own OFFSET 0) AS scored
    WHERE held > 0 ORDER BY held DESC, length(name_key) LIMIT ${COMPARED_NAMES}`;
  return rows.map(({ name }) => name);
}
