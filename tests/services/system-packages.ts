import { findProgram, runCommand } from './run-command';

const SECONDS = 300;
let updated: Promise<unknown> | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Installs packages with apt-get. False where that is not possible: another system, or not root.
 * @throws {Error} when apt-get fails.
 */
export async function installSystemPackages(names: string[]): Promise<boolean> {
  if (process.getuid?.() !== 0 || !findProgram(['apt-get'])) return false;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  updated ??= runCommand('apt-get', ['update', '-qq'], { seconds: SECONDS, env });
  // apt-get locks its lists: one at a time.
  const installed = Promise.allSettled([updated, last]).then(() =>
    runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
      seconds: SECONDS,
      env,
    }),
  );
  last = installed;
  await installed;
  return true;
}
