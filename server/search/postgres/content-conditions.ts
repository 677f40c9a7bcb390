import { Prisma } from '@/prisma/generated/client';
import type { ContentPhrase } from '../content/content-words';
import type { QueryWord } from '../names/parse-query';

// What queries ask of the columns content and content_words.

/** For a WHERE: the text holds the word; by the index. Null where no text can. */
export function foundInText({ content }: QueryWord): Prisma.Sql | null {
  if (!content) return null;
  const byIndex = matchesWords(termsOf(content));
  return isOneWord(content) ? byIndex : Prisma.sql`${byIndex} AND ${standsAsPhrase(content)}`;
}

/** For a WHERE: true of every text that holds one of the words, and of a few more; by the index. Null where none can. */
export function mayStandInText(words: QueryWord[]): Prisma.Sql | null {
  const queries = words.flatMap(({ content }) => (content ? [`(${termsOf(content)})`] : []));
  return queries.length === 0 ? null : matchesWords(queries.join(' | '));
}

/** Whether the text of a row holds the word. */
export function standsInText({ content }: QueryWord, ownerId: string): Prisma.Sql {
  if (!content) return Prisma.sql`false`;
  if (!isOneWord(content)) return standsAsPhrase(content);
  return Prisma.sql`entry_id IN (
    SELECT entry_id FROM search_documents
    WHERE owner_id = ${ownerId}::uuid AND NOT removed AND ${matchesWords(termsOf(content))})`;
}

/**
 * The index tells where one word stands, but not that several stand side by side. To look into texts of 100,000
 * characters, which have to be unpacked, takes a third of a millisecond each, so it is left to where nothing else will do.
 */
function isOneWord({ words }: ContentPhrase): boolean {
  return words.length === 1;
}

function standsAsPhrase({ inWords }: ContentPhrase): Prisma.Sql {
  return Prisma.sql`strpos(content, ${inWords}) > 0`;
}

function matchesWords(query: string): Prisma.Sql {
  return Prisma.sql`content <> '' AND content_words @@ (SELECT ${query}::tsquery)`;
}

/** Letters and digits only: nothing in them needs to be escaped. */
function termsOf({ words, mayGoOn }: ContentPhrase): string {
  return words.map((text) => `'${text}'`).join(' & ') + (mayGoOn ? ':*' : '');
}
