import PostalMime from 'postal-mime';
import { readHtml } from './read-html';

/** Subject, people and body of a message; what is attached is left out. */
export async function readMail(bytes: Buffer): Promise<string> {
  const mail = await PostalMime.parse(bytes);
  const people = [mail.from, ...(mail.to ?? []), ...(mail.cc ?? [])].map((person) =>
    [person?.name, person?.address].filter(Boolean).join(' '),
  );
  return [mail.subject, ...people, mail.text ?? readHtml(mail.html ?? '')].filter(Boolean).join('\n');
}
