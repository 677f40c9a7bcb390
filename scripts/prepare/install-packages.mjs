import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { step } from './report-progress.mjs';
import { runProgram } from './run-program.mjs';

/**
 * `npm ci`, when what package-lock.json names is not installed. npm writes its own record of what is installed
 * last of all, so a half-done installation is done again.
 * @param withDevelopment also asks for the packages that only development needs.
 */
export async function installPackages({ withDevelopment = false } = {}) {
  if (isInstalled(withDevelopment)) return;
  await step('Installing packages (about a minute)', () =>
    runProgram('npm ci', findNpm(), ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  );
}

function isInstalled(withDevelopment) {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record)) return false;
  const installed = readPackages(record);
  return Object.entries(readPackages('package-lock.json')).every(([name, wanted]) => {
    const found = installed[name]?.version;
    // Optional packages are those of other systems, too: they may be absent, never of another version.
    const mayBeAbsent = name === '' || wanted.optional || (wanted.dev && !withDevelopment);
    return found === undefined ? mayBeAbsent : found === wanted.version;
  });
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** npm's own program file: run by Node itself it needs no shell, on any system. */
function findNpm() {
  const told = process.env.npm_execpath;
  if (told?.endsWith('npm-cli.js')) return told;
  const beside = path.resolve(realpathSync(process.execPath), '../node_modules/npm/bin/npm-cli.js');
  const installed = path.resolve(realpathSync(process.execPath), '../../lib/node_modules/npm/bin/npm-cli.js');
  const found = [beside, installed].find((file) => existsSync(file));
  if (found) return found;
  const root = execFileSync('npm', ['root', '--global'], { encoding: 'utf8', shell: true }).trim();
  return path.join(root, 'npm/bin/npm-cli.js');
}
