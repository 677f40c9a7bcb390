import { Prisma } from '@/prisma/generated/client';
import { kindOf } from '../names/characters';
import type { QueryWord } from '../names/parse-query';

// What queries ask of the columns content and content_words.

/** The text holds the word. */
export function standsInText({ content }: QueryWord): Prisma.Sql {
  if (content.length === 0) return Prisma.sql`false`;
  return Prisma.sql`strpos(content, ${` ${content.join(' ')}`}) > 0`;
}

/** True of every text that holds one of the words, and of a few more; by the index. Null where none can be held. */
export function mayStandInText(words: QueryWord[]): Prisma.Sql | null {
  const queries = words.flatMap(({ content }) => (content.length > 0 ? [`(${termsOf(content)})`] : []));
  if (queries.length === 0) return null;
  return Prisma.sql`content <> '' AND content_words @@ (SELECT ${queries.join(' | ')}::tsquery)`;
}

/** Letters and digits only: nothing in them needs to be escaped. */
function termsOf(content: string[]): string {
  return content
    .map((text, at) => {
      const goesOn = at === content.length - 1 && kindOf(text.codePointAt(0) ?? 0) !== 'cjk';
      return goesOn ? `'${text}':*` : `'${text}'`;
    })
    .join(' & ');
}
