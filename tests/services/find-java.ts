import { execFile } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { findProgram, succeeds } from './run-command';
import { installSystemPackages } from './system-packages';

const PACKAGES = ['openjdk-25-jre-headless', 'openjdk-21-jre-headless'];

/** A `java` program of that version or newer: JAVA_HOME, the PATH, their neighbours, else one from apt-get. */
export async function findJava(oldest: number): Promise<string | null> {
  const found = await findInstalled(oldest);
  if (found) return found;
  for (const name of PACKAGES) {
    // No release of the system has them all.
    if (!(await succeeds('apt-cache', ['show', name]))) continue;
    if (await installSystemPackages([name])) return findInstalled(oldest);
  }
  return null;
}

async function findInstalled(oldest: number): Promise<string | null> {
  for (const java of listCandidates()) if ((await readVersion(java)) >= oldest) return java;
  return null;
}

/** Several versions are commonly installed side by side, and the default is rarely the newest. */
function listCandidates(): string[] {
  const onPath = findProgram(['java']);
  const homes = [process.env.JAVA_HOME, onPath && path.resolve(realpathSync(onPath), '../..')].filter(
    (home): home is string => Boolean(home),
  );
  const neighbours = homes.flatMap((home) => {
    const folder = path.dirname(home);
    return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
  });
  const programs = [...homes, ...neighbours].map((home) => path.join(home, 'bin/java'));
  return [...new Set(programs.filter((file) => existsSync(file)))];
}

async function readVersion(java: string): Promise<number> {
  const { stdout, stderr } = await promisify(execFile)(java, ['-version']);
  return Number(/version "(\d+)/.exec(stdout + stderr)?.[1] ?? 0);
}
