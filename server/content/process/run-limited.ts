import { spawn } from 'node:child_process';

/** What reading one file may cost. */
export interface ProcessLimits {
  milliseconds: number;
  /** Heap of the process that reads it. */
  memoryMib: number;
}

/** Of what a failed process said, the end is kept. */
const REASON_CHARACTERS = 300;

/**
 * Runs a program in a process of its own and ends that process at the limits. Its last argument is the number of this
 * process (guard-process.ts). Never rejects for what is in the file it reads. `maxBytes` of what it writes are kept.
 */
export function runLimited(
  program: string,
  args: string[],
  { milliseconds, memoryMib, maxBytes }: ProcessLimits & { maxBytes: number },
): Promise<{ output: Buffer } | { reason: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${memoryMib}`, '--import', 'tsx', program, ...args, `${process.pid}`],
      // Nothing of ours is handed to it: a document that takes the process over finds no secret.
      { env: { NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const output: Buffer[] = [];
    let written = 0;
    let said = '';
    let isTooSlow = false;
    const clock = setTimeout(() => {
      isTooSlow = true;
      child.kill('SIGKILL');
    }, milliseconds);
    child.stdout.on('data', (chunk: Buffer) => {
      // It cuts by itself; this is for one that does not.
      if (written < maxBytes) output.push(chunk);
      written += chunk.byteLength;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said = (said + chunk).slice(-REASON_CHARACTERS);
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(clock);
      if (isTooSlow) resolve({ reason: `not read within ${milliseconds} ms` });
      else if (code === 0) resolve({ output: Buffer.concat(output).subarray(0, maxBytes) });
      // V8 out of memory aborts and prints its stack, which says nothing to people.
      else if (signal) resolve({ reason: `the process that read it ended by ${signal}` });
      else resolve({ reason: said.trim() || 'the process that read it died' });
    });
  });
}
