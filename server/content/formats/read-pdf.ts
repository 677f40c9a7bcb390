import { getDocumentProxy } from 'unpdf';

/** The text of a PDF page by page, no further than so many characters. Pictures of text are not read. */
export async function readPdf(bytes: Buffer, characters: number): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false });
  let text = '';
  for (let number = 1; number <= pdf.numPages && text.length < characters; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
    text += '\n';
    page.cleanup();
  }
  return text;
}
