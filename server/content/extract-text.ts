import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { formatOf, type ParsedFormat } from './content-format';
import { EXTRACTION_LIMITS, type ExtractionLimits } from './extraction-limits';
import { readText } from './formats/read-text';
import { withCopy } from './process/with-copy';
import { runExtraction } from './run-extraction';
import { tidyText } from './tidy-text';

export type ExtractedText =
  | { status: 'done'; text: string }
  | { status: 'empty' }
  | { status: 'failed'; reason: string };

export interface ReadableFile {
  open(): Promise<Readable>;
  extension: string;
}

/**
 * The text of a file. Plain text is decoded here; every other format is read by a process of its own, which may crash,
 * hang or run out of memory at the cost of this one file.
 * @throws {Error} only when the bytes cannot be had: what is wrong with them is an answer.
 */
export async function extractText(
  file: ReadableFile,
  limits: ExtractionLimits = EXTRACTION_LIMITS,
): Promise<ExtractedText> {
  const format = formatOf(file.extension);
  if (format === null) return { status: 'failed', reason: `nothing reads .${file.extension}` };
  if (format !== 'text') return extractInProcess(await file.open(), format, limits);
  return foundText(readText(await buffer(await file.open())), limits);
}

function foundText(found: string, limits: ExtractionLimits): ExtractedText {
  const text = tidyText(found, limits.characters);
  return text === '' ? { status: 'empty' } : { status: 'done', text };
}

async function extractInProcess(
  bytes: Readable,
  format: ParsedFormat,
  limits: ExtractionLimits,
): Promise<ExtractedText> {
  const found = await withCopy(bytes, (copy) => runExtraction(copy, format, limits));
  if ('reason' in found) return { status: 'failed', reason: found.reason };
  return foundText(found.text, limits);
}
