import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { waitUntil } from './wait-until';

export interface StartedWorker {
  /** `kill -9`: no time to finish anything. */
  kill(): Promise<void>;
  /** SIGTERM, as an operator stops it; resolves to its exit code. */
  stop(): Promise<number | null>;
  /** Closes the channel, as the end of its parent does; resolves to its exit code. */
  abandon(): Promise<number | null>;
  log(): string;
}

/** Starts workers as `npm run worker:…` does, each a process of its own, and waits until they say they are ready. */
export async function startWorker(
  names: string[],
  env: Record<string, string>,
  { waitUntilReady = true } = {},
): Promise<StartedWorker> {
  const child = fork('workers/main.ts', names, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'info', ...env },
    // The channel ends it with this process, however a test ends.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let log = '';
  child.stderr?.on('data', (chunk) => {
    log += chunk;
  });
  const exited = once(child, 'exit');
  if (waitUntilReady) {
    const isReady = () => names.every((name) => log.includes(`worker ${name} ready`));
    await waitUntil(`${names} ready`, async () => isReady() || child.exitCode !== null, { seconds: 60 });
    if (!isReady()) throw new Error(`It ended with ${child.exitCode}:\n${log}`);
  }
  return {
    log: () => log,
    kill: () => end(child, 'SIGKILL', exited).then(() => undefined),
    stop: () => end(child, 'SIGTERM', exited),
    async abandon() {
      child.disconnect();
      await exited;
      return child.exitCode;
    },
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals, exited: Promise<unknown>) {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  await exited;
  return child.exitCode;
}
