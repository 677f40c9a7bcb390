import { fork } from 'node:child_process';

const followParent = new URL('../follow-parent.mjs', import.meta.url).href;
const LAST_CHARACTERS = 6_000;

/**
 * Runs a Node program quietly and to its end; it ends early when this process does, so that no half-done
 * installation or build works on beside the next one.
 * @throws {Error} with the last of its output when it fails.
 */
export function runProgram(title, file, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = fork(file, args, {
      execArgv: ['--import', followParent],
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const stop = (signal) => {
      child.kill(signal);
      process.exit(0);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output = (output + chunk).slice(-LAST_CHARACTERS);
      });
    }
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      if (code === 0) resolve(output);
      else
        reject(
          new Error(`${output.trimEnd()}\n\n${title} failed (${signal ?? `exit code ${code}`}), see above.`),
        );
    });
  });
}
