import { fileURLToPath } from 'node:url';
import type { ParsedFormat } from './content-format';
import type { ExtractionLimits } from './extraction-limits';
import { runLimited } from './process/run-limited';

const PROGRAM = fileURLToPath(new URL('./extraction-process.ts', import.meta.url));
/** UTF-8 has no longer character. */
const BYTES_PER_CHARACTER = 4;

/** Reads a file in a process of its own and ends that process at the limits. Never rejects for what is in the file. */
export async function runExtraction(
  file: string,
  format: ParsedFormat,
  limits: ExtractionLimits,
): Promise<{ text: string } | { reason: string }> {
  const { characters } = limits;
  const read = await runLimited(PROGRAM, [file, format, `${characters}`], {
    ...limits,
    maxBytes: characters * BYTES_PER_CHARACTER,
  });
  return 'reason' in read ? read : { text: read.output.toString('utf8') };
}
