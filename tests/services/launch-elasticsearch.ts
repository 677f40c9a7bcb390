import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { chown, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFreePort } from '../../server/database/find-free-port';
import { runCommand } from './run-command';

export interface LaunchedElasticsearch {
  url: string;
  ended: Promise<unknown>;
  readLog(): Promise<string>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

const LAST_CHARACTERS = 3_000;

/** Starts a distribution that lacks its start script, by doing what that would do, on data of its own. */
export async function launchElasticsearch(home: string, java: string): Promise<LaunchedElasticsearch> {
  const [port, transportPort] = [await findFreePort(), await findFreePort()];
  const folder = path.join(tmpdir(), `netdisk-test-elasticsearch-${randomUUID()}`);
  const owner = process.getuid?.() === 0 ? await findUnprivilegedUser() : undefined;
  const settings = [
    'discovery.type: single-node',
    'xpack.security.enabled: false',
    'network.host: 127.0.0.1',
    // A developer's disk is often nearly full, and these indices are small.
    'cluster.routing.allocation.disk.threshold_enabled: false',
    `http.port: ${port}`,
    `transport.port: ${transportPort}`,
    `path.data: ${path.join(folder, 'data')}`,
    `path.logs: ${path.join(folder, 'logs')}`,
  ];
  await makeFolders({ folder, home, owner, settings });
  const server = launch({ folder, home, java, owner });
  const ended = once(server, 'exit');
  return {
    url: `http://127.0.0.1:${port}`,
    ended,
    readLog: async () => (await readFile(logFile(folder), 'utf8')).slice(-LAST_CHARACTERS),
    async stop() {
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Owner {
  uid: number;
  gid: number;
}

/** Elasticsearch refuses to run as root. */
async function findUnprivilegedUser(): Promise<Owner> {
  const id = async (flag: string) => Number(await runCommand('id', [flag, 'nobody']));
  return { uid: await id('-u'), gid: await id('-g') };
}

async function makeFolders(input: {
  folder: string;
  home: string;
  owner: Owner | undefined;
  settings: string[];
}): Promise<void> {
  const { folder, home, owner, settings } = input;
  const folders = ['', 'config', 'data', 'logs', 'tmp'].map((name) => path.join(folder, name));
  for (const name of folders) await mkdir(name, { mode: 0o755 });
  for (const name of ['jvm.options', 'log4j2.properties']) {
    const copy = path.join(folder, 'config', name);
    await copyFile(path.join(home, 'config', name), copy);
    if (owner) await chown(copy, owner.uid, owner.gid);
  }
  await writeFile(path.join(folder, 'config/elasticsearch.yml'), `${settings.join('\n')}\n`);
  if (owner) for (const name of folders) await chown(name, owner.uid, owner.gid);
}

function launch(input: {
  folder: string;
  home: string;
  java: string;
  owner: Owner | undefined;
}): ChildProcess {
  const { folder, home, java, owner } = input;
  const javaHome = path.resolve(java, '../..');
  const classPath = ['lib/*', 'lib/tools/server-launcher/*'].map((name) => path.join(home, name));
  const main = 'org.elasticsearch.server.launcher.ServerLauncher';
  const log = openSync(logFile(folder), 'w');
  try {
    return spawn(java, ['-Xms4m', '-Xmx64m', '-cp', classPath.join(path.delimiter), main], {
      cwd: home,
      ...owner,
      stdio: ['ignore', log, log],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: process.env.NODE_ENV,
        ES_HOME: home,
        ES_PATH_CONF: path.join(folder, 'config'),
        ES_TMPDIR: path.join(folder, 'tmp'),
        ES_JAVA_HOME: javaHome,
        JAVA_HOME: javaHome,
        JAVA: java,
        JAVA_TYPE: 'ES_JAVA_HOME',
        ES_DISTRIBUTION_TYPE: 'zip',
        ES_JAVA_OPTS: '-Xms512m -Xmx512m',
        CLI_JAVA_OPTS: '-Xms4m -Xmx64m -XX:+UseSerialGC',
      },
    });
  } finally {
    closeSync(log);
  }
}

function logFile(folder: string): string {
  return path.join(folder, 'output.log');
}
