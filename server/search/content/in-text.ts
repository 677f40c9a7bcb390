import { Prisma } from '@/prisma/generated/client';
import type { ParsedQuery } from '../names/parse-query';

/** Stands in no text: words are letters and digits. */
const NOWHERE = '\u0001';

/**
 * A boolean for each word of a query: whether the text of that blob holds it. Null where nothing was read of it.
 * @param sha256 with the name of its table, or it would be taken for that of each text.
 */
export function inTextOf({ words }: ParsedQuery, sha256: Prisma.Sql): Prisma.Sql {
  const phrases = words.map(({ content }) => content?.inWords ?? NOWHERE);
  return Prisma.sql`(
    SELECT array_agg(strpos(texts.words, asked.phrase) > 0 ORDER BY asked.place)
    FROM blob_texts texts CROSS JOIN unnest(${phrases}::text[]) WITH ORDINALITY AS asked(phrase, place)
    WHERE texts.sha256 = ${sha256} AND texts.words <> '')`;
}
