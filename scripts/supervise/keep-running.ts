import type { ChildProcess } from 'node:child_process';
import type { Log } from '../../server/log';

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 15_000;
/** After this long alive, a process that ends is taken for a new trouble and not for the old one. */
const STEADY_MS = 60_000;

export interface Plan {
  name: string;
  launch(): ChildProcess;
  /** Asks it to end, having finished what it began. */
  stopSignal: NodeJS.Signals;
  graceMs: number;
  log: Log;
  /** Told after every start and end: the id, or undefined while there is none. */
  onChange(name: string, pid: number | undefined): void;
}

export interface KeptProcess {
  /** The process of now; none while it waits to be started again. */
  current(): ChildProcess | undefined;
  /** Ends it and starts it anew at once. */
  restart(): void;
  /** Drains it, and kills it when the grace is over. Resolves when it is gone. */
  stop(): Promise<void>;
}

/** Starts a process and starts it again whenever it ends, after a delay that grows while it keeps ending. */
export function keepRunning(plan: Plan): KeptProcess {
  let child: ChildProcess | undefined;
  let waiting: NodeJS.Timeout | undefined;
  let delayMs = FIRST_DELAY_MS;
  let stopping = false;
  let restarting = false;

  function start(): void {
    const began = Date.now();
    const started = plan.launch();
    let ended = false;
    child = started;
    plan.onChange(plan.name, started.pid);
    plan.log.debug({ process: plan.name, childPid: started.pid }, 'process started');
    started.once('error', (error) => end(error.message));
    started.once('exit', (code, signal) => end(signal ?? `exit code ${code}`));

    function end(reason: string): void {
      if (ended) return;
      ended = true;
      child = undefined;
      plan.onChange(plan.name, undefined);
      if (stopping) return;
      if (restarting || Date.now() - began > STEADY_MS) delayMs = FIRST_DELAY_MS;
      if (!restarting) plan.log.error({ process: plan.name, reason, restartInMs: delayMs }, 'process ended');
      waiting = setTimeout(start, restarting ? 0 : delayMs);
      restarting = false;
      delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS);
    }
  }

  start();
  return {
    current: () => child,
    restart() {
      restarting = child !== undefined;
      child?.kill(plan.stopSignal);
    },
    async stop() {
      stopping = true;
      clearTimeout(waiting);
      const ending = child;
      if (!ending) return;
      const gone = new Promise((resolve) => ending.once('exit', resolve));
      ending.kill(plan.stopSignal);
      const kill = setTimeout(() => ending.kill('SIGKILL'), plan.graceMs);
      await gone;
      clearTimeout(kill);
    },
  };
}
