// A process of its own for one file (run-extraction.ts): `extraction-process.ts FILE FORMAT CHARACTERS` writes the
// text to stdout, or says on stderr why there is none and ends with 1.
import { readFile } from 'node:fs/promises';
import type { ParsedFormat } from './content-format';
import { decodeText } from './formats/decode-text';
import { readHtml } from './formats/read-html';
import { readMail } from './formats/read-mail';
import { readOffice } from './formats/read-office';
import { readPdf } from './formats/read-pdf';

const READERS: Record<ParsedFormat, (file: string, characters: number) => Promise<string>> = {
  html: async (file) => readHtml(decodeText(await readFile(file))),
  mail: async (file) => readMail(await readFile(file)),
  pdf: async (file, characters) => readPdf(await readFile(file), characters),
  office: readOffice,
};

const [file = '', format = '', characters = '0'] = process.argv.slice(2);
try {
  // The only caller names one of the formats.
  const text = await READERS[format as ParsedFormat](file, Number(characters));
  process.stdout.write(text.slice(0, Number(characters)));
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
