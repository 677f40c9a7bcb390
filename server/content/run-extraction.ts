import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ParsedFormat } from './content-format';
import type { ExtractionLimits } from './extraction-limits';

const PROGRAM = fileURLToPath(new URL('./extraction-process.ts', import.meta.url));
/** Of what a failed process said, the end is kept. */
const REASON_CHARACTERS = 300;

/** Reads a file in a process of its own and ends that process at the limits. Never rejects for what is in the file. */
export function runExtraction(
  file: string,
  format: ParsedFormat,
  limits: ExtractionLimits,
): Promise<{ text: string } | { reason: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        `--max-old-space-size=${limits.memoryMib}`,
        '--import',
        'tsx',
        PROGRAM,
        file,
        format,
        `${limits.characters}`,
        `${process.pid}`,
      ],
      // Nothing of ours is handed to it: a document that takes the process over finds no secret.
      { env: { NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let text = '';
    let said = '';
    let isTooSlow = false;
    const clock = setTimeout(() => {
      isTooSlow = true;
      child.kill('SIGKILL');
    }, limits.milliseconds);
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      // It cuts by itself; this is for one that does not.
      if (text.length < limits.characters * 2) text += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said = (said + chunk).slice(-REASON_CHARACTERS);
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(clock);
      if (isTooSlow) resolve({ reason: `not read within ${limits.milliseconds} ms` });
      else if (code === 0) resolve({ text });
      // V8 out of memory aborts and prints its stack, which says nothing to people.
      else if (signal) resolve({ reason: `the process that read it ended by ${signal}` });
      else resolve({ reason: said.trim() || 'the process that read it died' });
    });
  });
}
