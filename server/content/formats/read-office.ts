import { SaxesParser } from 'saxes';
import { type Entry, openPromise } from 'yauzl';
import { MAX_ARCHIVE_FILES, MAX_UNPACKED_BYTES } from '../extraction-limits';
import { readHtml } from './read-html';

/** The parts of a document that hold what people read: Word, Excel, PowerPoint, OpenDocument and EPUB. */
const TEXT_PARTS = [
  /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/,
  /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/,
  /^ppt\/(slides|notesSlides)\/[^/]+\.xml$/,
  /^content\.xml$/,
  /\.x?html?$/,
];
/** A line ends with these elements, a word with those of cells. */
const LINES = new Set([
  'w:p',
  'a:p',
  'text:p',
  'text:h',
  'row',
  'si',
  'table:table-row',
  'w:br',
  'text:line-break',
]);
const WORDS = new Set(['w:tab', 'c', 'w:tc', 'table:table-cell', 'text:tab', 'text:s']);
/** Numbers that stand for something else: an index into the shared strings. */
const CELL = 'c';

/** The text of a zipped document. @throws {Error} when it is no archive, is encrypted, or unpacks to too much. */
export async function readOffice(file: string, characters: number): Promise<string> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
  let unpacked = 0;
  let text = '';
  try {
    if (zip.entryCount > MAX_ARCHIVE_FILES) throw new Error(`holds more than ${MAX_ARCHIVE_FILES} files`);
    for await (const entry of zip.eachEntry()) {
      if (text.length >= characters) break;
      if (!TEXT_PARTS.some((part) => part.test(entry.fileName))) continue;
      const xml = await readPart(entry);
      text += /\.x?html?$/.test(entry.fileName) ? readHtml(xml, { isXhtml: true }) : readXml(xml, characters);
      text += '\n';
    }
  } finally {
    zip.close();
  }
  return text;

  /** Counts what comes out, not what the archive says of itself. */
  async function readPart(entry: Entry): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const bytes = Buffer.from(chunk);
      unpacked += bytes.length;
      if (unpacked > MAX_UNPACKED_BYTES) throw new Error(`unpacks to more than ${MAX_UNPACKED_BYTES} bytes`);
      chunks.push(bytes);
    }
    return Buffer.concat(chunks).toString('utf8');
  }
}

function readXml(xml: string, characters: number): string {
  let text = '';
  let isShared = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === CELL) isShared = attributes.t === 's';
  });
  parser.on('text', (piece) => {
    if (!isShared && text.length < characters) text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (name === CELL) isShared = false;
    if (LINES.has(name)) text += '\n';
    else if (WORDS.has(name)) text += ' ';
  });
  parser.write(xml).close();
  return text;
}
