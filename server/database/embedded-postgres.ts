import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { databaseUrlFile } from './find-database-url';
import { findFreePort } from './find-free-port';
import { choosePostgresUser, findPostgresPrograms, type ProgramUser } from './postgres-programs';
import { stopOrphanedPostgres } from './stop-orphaned-postgres';

/** A PostgreSQL whose data lies in a folder; started and ended by whoever opened it. */
export interface EmbeddedPostgres {
  /** Of the database `netdisk` in it; the same for every launch. */
  url: string;
  /** What it says while it runs. */
  logFile: string;
  /** Starts the server process. It ends by SIGINT, cutting off its clients and losing nothing. */
  launch(): ChildProcess;
  /** Resolves once queries are answered. @throws {Error} when the process ends before that. */
  whenReady(process: ChildProcess): Promise<void>;
}

const ROLE = 'netdisk';
const DATABASE = 'netdisk';
const WRONG_PASSWORD = '28P01';

/**
 * Makes the cluster in `dataDir/postgres` when it is not there, and ends a server that an earlier run left behind.
 * The caller holds the lock of the data folder.
 */
export async function openEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const programs = await findPostgresPrograms();
  const folder = path.join(dataDir, 'postgres');
  const user = choosePostgresUser(folder);
  const password = await keepPassword(dataDir);
  if (existsSync(folder)) await stopOrphanedPostgres(folder);
  else await createCluster({ initdb: programs.initdb, folder, user, password });
  await rm(logFile(folder), { force: true });
  const port = await choosePort(dataDir);
  const url = `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${DATABASE}`;
  await writePrivate(databaseUrlFile(dataDir), url);
  return {
    url,
    logFile: logFile(folder),
    launch: () => launch(programs.postgres, folder, port, user),
    async whenReady(server) {
      await waitUntilAnswering(url, server);
      await createDatabase(url);
    },
  };
}

async function keepPassword(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'postgres-password');
  if (!existsSync(file)) await writePrivate(file, randomBytes(24).toString('base64url'));
  return (await readFile(file, 'utf8')).trim();
}

/** Whole or not at all, and readable by its owner alone. */
async function writePrivate(file: string, content: string): Promise<void> {
  await writeFile(`${file}.new`, content, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}

async function createCluster(input: {
  initdb: string;
  folder: string;
  user: ProgramUser;
  password: string;
}): Promise<void> {
  // Made under another name and renamed when it is whole: what a crash left half-done is never taken for a cluster.
  const unfinished = `${input.folder}-unfinished`;
  const passwordFile = `${unfinished}-password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, input.password, { mode: 0o600 });
  if (input.user.owner) {
    const { uid, gid } = input.user.owner;
    await chown(unfinished, uid, gid);
    await chown(passwordFile, uid, gid);
  }
  await chmod(unfinished, 0o700);
  try {
    await runToEnd(input.user, input.initdb, [
      `--pgdata=${unfinished}`,
      `--username=${ROLE}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      // In the locale C alone, trigrams of Chinese are empty and search finds nothing.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, input.folder);
}

function runToEnd(user: ProgramUser, program: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = user.spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${path.basename(program)} ended with ${code}:\n${output.trimEnd()}`));
    });
  });
}

/** The port of the last run where it is free, so that a command that read the address a moment ago still arrives. */
async function choosePort(dataDir: string): Promise<number> {
  const file = databaseUrlFile(dataDir);
  const last = existsSync(file) ? Number(new URL(await readFile(file, 'utf8')).port) : 0;
  const port = (await findFreePort(last)) ?? (await findFreePort());
  if (!port) throw new Error('No port is free on 127.0.0.1 for the embedded PostgreSQL.');
  return port;
}

function launch(postgres: string, folder: string, port: number, user: ProgramUser): ChildProcess {
  const log = openSync(logFile(folder), 'a', 0o600);
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'timezone=UTC',
    'log_timezone=UTC',
    // Until a large upload is vacuumed and counted, plans are made for a drive without it (measured: 220 ms for 60).
    'autovacuum_naptime=15s',
    // What a drive reads over and over lies in memory, where one place is as near as another: with the price of a
    // turning disk the words to suggest were read from the whole table, in twice the time an index takes.
    'random_page_cost=1.1',
  ];
  try {
    return user.spawn(postgres, ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])], {
      // A group of its own: Ctrl-C in the terminal must not end it before its clients have drained.
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

function logFile(folder: string): string {
  return `${folder}.log`;
}

async function waitUntilAnswering(url: string, server: ChildProcess): Promise<void> {
  const administration = new URL(url);
  administration.pathname = '/postgres';
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null) {
      throw new Error(
        `PostgreSQL ended while it started (${server.signalCode ?? `exit code ${server.exitCode}`}).`,
      );
    }
    if (await answers(administration.href)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === WRONG_PASSWORD) throw error;
    // Still starting, or recovering after a crash: asked again for as long as the process lives.
    return false;
  } finally {
    await client.end();
  }
}

async function createDatabase(url: string): Promise<void> {
  const administration = new URL(url);
  administration.pathname = '/postgres';
  const client = new Client({ connectionString: administration.href });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
