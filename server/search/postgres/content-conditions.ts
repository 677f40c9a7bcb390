import { Prisma } from '@/prisma/generated/client';
import type { QueryWord } from '../names/parse-query';

// What queries ask of the columns content and content_words.

/** The text holds the word. */
export function standsInText({ content }: QueryWord): Prisma.Sql {
  return content ? Prisma.sql`strpos(content, ${content.inWords}) > 0` : Prisma.sql`false`;
}

/** True of every text that holds one of the words, and of a few more; by the index. Null where none can be held. */
export function mayStandInText(words: QueryWord[]): Prisma.Sql | null {
  const queries = words.flatMap(({ content }) => (content ? [`(${termsOf(content)})`] : []));
  if (queries.length === 0) return null;
  return Prisma.sql`content <> '' AND content_words @@ (SELECT ${queries.join(' | ')}::tsquery)`;
}

/** Letters and digits only: nothing in them needs to be escaped. */
function termsOf({ words, mayGoOn }: NonNullable<QueryWord['content']>): string {
  return words.map((text) => `'${text}'`).join(' & ') + (mayGoOn ? ':*' : '');
}
