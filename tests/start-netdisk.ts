import { type ChildProcess, execFile, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { databaseUrlFile } from '../server/database/find-database-url';
import { findFreePort } from '../server/database/find-free-port';
import { signalIfRunning, stopOrphanedPostgres } from '../server/database/stop-orphaned-postgres';
import { lacksRealMode, missingServices } from './services/missing-services';
import { openModeServices, type ServicePorts } from './services/open-mode-services';
import { waitUntil } from './wait-until';

export type Mode = 'embedded' | 'real';
/** What suites run in: both, but where `npm test` could not come by the services (it counts and names them). */
export const MODES: Mode[] = lacksRealMode(missingServices(process.env))
  ? ['embedded']
  : ['embedded', 'real'];

/** A whole Netdisk, started by the very command that people type. */
export interface RunningNetdisk {
  url: string;
  dataDir: string;
  databaseUrl: string;
  /** What it was started with, its database included: a command run beside it needs the same. */
  env: Record<string, string | undefined>;
  /** What it said so far. */
  log(): string;
  /** SIGTERM, and everything it used goes with it. Resolves to its exit code, which should be 0. */
  stop(): Promise<number | null>;
  /** `kill -9` of 'supervisor', 'postgres', 'web' or a worker; resolves once its successor runs (if it gets one). */
  kill(name: string): Promise<void>;
  /** `kill -9` of everything at once, and `npm start` again on the same data once `whileDown` is done. */
  crash(whileDown: () => Promise<void>): Promise<void>;
  /** Runs a script of package.json beside it. */
  run(script: string, args?: string[]): Promise<{ exitCode: number; output: string }>;
}

interface Options {
  mode: Mode;
  env?: Record<string, string>;
  /** Of doors (tcp-proxy.ts) to put between Netdisk and the real services. */
  ports?: ServicePorts;
  /** A folder that outlives this run; without it one is made and removed. */
  dataDir?: string;
}

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLLOW_PARENT = path.join(ROOT, 'scripts/follow-parent.mjs');
const START_MS = 150_000;
const STOP_MS = 30_000;

/** Starts a Netdisk with a data folder, database, vhost and index of its own, and waits for its ready line. */
export async function startNetdisk(options: Options): Promise<RunningNetdisk> {
  const services = await openModeServices(options.mode, options.ports);
  const dataDir = options.dataDir ?? path.join(tmpdir(), `netdisk-${randomUUID()}`);
  const env: Record<string, string | undefined> = {
    ...process.env,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    NEXTAUTH_URL: '',
    NEXTAUTH_SECRET: options.mode === 'real' ? randomUUID() : '',
    ...services.env,
    PORT: String(await findFreePort()),
    DATA_DIR: dataDir,
    // Set by vitest; Netdisk sets its own.
    NODE_ENV: undefined,
    ...options.env,
  };
  let supervisor = new StartedProcess(env);

  async function remove(): Promise<void> {
    // Only a killed supervisor leaves one.
    await stopOrphanedPostgres(path.join(dataDir, 'postgres'));
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
    await services.drop();
  }

  try {
    const url = await supervisor.whenReady();
    const databaseUrl = env.DATABASE_URL || (await readFile(databaseUrlFile(dataDir), 'utf8'));
    env.DATABASE_URL = databaseUrl;
    env.NEXTAUTH_SECRET ||= (await readFile(path.join(dataDir, 'session-secret'), 'utf8')).trim();
    return {
      url,
      dataDir,
      databaseUrl,
      env,
      log: () => supervisor.stderr,
      async stop() {
        const code = await supervisor.stop();
        await remove();
        return code;
      },
      kill: (name) => killProcess(dataDir, name, supervisor),
      async crash(whileDown) {
        const pids = await readPids(dataDir);
        await killProcess(dataDir, 'supervisor', supervisor);
        for (const pid of Object.values(pids)) if (pid !== null) signalIfRunning(pid, 'SIGKILL');
        await whileDown();
        supervisor = new StartedProcess(env);
        await supervisor.whenReady();
      },
      run: (script, args = []) => runScript(script, args, env),
    };
  } catch (error) {
    await supervisor.stop();
    await remove();
    throw error;
  }
}

/** `npm start` as a child that ends with this process, however that ends. */
class StartedProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<unknown>;
  stderr = '';
  private stdout = '';

  constructor(env: Record<string, string | undefined>) {
    this.child = fork(path.join(ROOT, 'scripts/start.mjs'), {
      cwd: ROOT,
      execArgv: ['--import', FOLLOW_PARENT],
      // The type of Next.js asks for NODE_ENV, which the start sets.
      env: env as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.ended = once(this.child, 'exit');
    this.child.stdout?.on('data', (chunk) => {
      this.stdout += chunk;
    });
    this.child.stderr?.on('data', (chunk) => {
      this.stderr += chunk;
    });
  }

  isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** @throws {Error} with what it said, when it ends instead. */
  async whenReady(): Promise<string> {
    const line = /^Netdisk is ready at (\S+)$/m;
    const deadline = Date.now() + START_MS;
    while (!line.test(this.stdout) && this.isRunning() && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const url = line.exec(this.stdout)?.[1];
    if (!url) throw new Error(`Netdisk did not start within ${START_MS / 1000} s:\n${this.stderr}`);
    return url;
  }

  async stop(): Promise<number | null> {
    if (this.isRunning()) {
      this.child.kill('SIGTERM');
      const kill = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS);
      await this.ended;
      clearTimeout(kill);
    }
    return this.child.exitCode;
  }
}

async function killProcess(dataDir: string, name: string, supervisor: StartedProcess): Promise<void> {
  if (name === 'supervisor') {
    supervisor.child.kill('SIGKILL');
    await supervisor.ended;
    return;
  }
  const pid = await waitUntil(`${name} runs`, () => findPid(dataDir, name));
  process.kill(pid, 'SIGKILL');
  await waitUntil(`${name} runs again`, async () => {
    const next = await findPid(dataDir, name);
    return next !== undefined && next !== pid;
  });
}

/** In the embedded mode all workers are one process. */
async function findPid(dataDir: string, name: string): Promise<number | undefined> {
  const pids = await readPids(dataDir);
  return (name in pids ? pids[name] : pids.workers) ?? undefined;
}

async function readPids(dataDir: string): Promise<Record<string, number | null>> {
  // Written by record-processes.ts, in one piece.
  return JSON.parse(await readFile(path.join(dataDir, 'processes.json'), 'utf8'));
}

function runScript(
  script: string,
  args: string[],
  env: Record<string, string | undefined>,
): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      'npm',
      ['run', '--silent', script, '--', ...args],
      { cwd: ROOT, env: env as NodeJS.ProcessEnv, maxBuffer: 64 * 1024 * 1024 },
      (_error, stdout, stderr) => resolve({ exitCode: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}
