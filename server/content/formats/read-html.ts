import { Parser } from 'htmlparser2';

const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'head']);
const IN_LINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'code',
  'em',
  'font',
  'i',
  'mark',
  's',
  'small',
  'span',
  'strong',
  'u',
]);

/**
 * What a reader of the page would see, and its title. In the XHTML of a book `<title/>` and `<script/>` are whole
 * elements; in HTML they are open, and take in the rest of the page.
 */
export function readHtml(html: string, { isXhtml = false } = {}): string {
  let text = '';
  let unseen = 0;
  let inTitle = false;
  const parser = new Parser(
    {
      onopentagname(name) {
        if (UNSEEN.has(name)) unseen += 1;
        if (name === 'title') inTitle = true;
        if (!IN_LINE.has(name)) text += '\n';
      },
      onclosetag(name) {
        if (UNSEEN.has(name)) unseen -= 1;
        if (name === 'title') inTitle = false;
        if (!IN_LINE.has(name)) text += '\n';
      },
      ontext(piece) {
        if (unseen === 0 || inTitle) text += piece;
      },
    },
    { recognizeSelfClosing: isXhtml },
  );
  parser.end(html);
  return text;
}
