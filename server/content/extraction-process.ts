// A process of its own for one file (run-extraction.ts): `extraction-process.ts FILE FORMAT CHARACTERS PARENT` writes the
// text to stdout, or says on stderr why there is none and ends with 1.
import { readFile } from 'node:fs/promises';
import type { ParsedFormat } from './content-format';
import { readHtml } from './formats/read-html';
import { readMail } from './formats/read-mail';
import { readOffice } from './formats/read-office';
import { readPdf } from './formats/read-pdf';
import { readText } from './formats/read-text';
import { guardProcess } from './process/guard-process';

const READERS: Record<ParsedFormat, (file: string, characters: number) => Promise<string>> = {
  html: async (file) => readHtml(readText(await readFile(file))),
  mail: async (file) => readMail(await readFile(file)),
  pdf: async (file, characters) => readPdf(await readFile(file), characters),
  office: readOffice,
};

/** Far above the heap: that limit says first what was too large. */
const MAX_MEMORY_MIB = 1_024;

const [file = '', format = '', characters = '0', parent = '0'] = process.argv.slice(2);
guardProcess(Number(parent), MAX_MEMORY_MIB);
try {
  // The only caller names one of the formats.
  const text = await READERS[format as ParsedFormat](file, Number(characters));
  process.stdout.write(text.slice(0, Number(characters)));
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
