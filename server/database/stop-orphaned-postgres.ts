import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const FAST_STOP_MS = 20_000;
const POLL_MS = 50;

/**
 * Ends the server that a killed Netdisk left running on this folder. The id in postmaster.pid may by now belong
 * to another program, which is left alone: only the file goes, as PostgreSQL itself would refuse to start over it.
 */
export async function stopOrphanedPostgres(folder: string): Promise<void> {
  const pidFile = path.join(folder, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const isOurs = () => readCommand(pid).includes(folder);
  if (isOurs()) {
    signalIfRunning(pid, 'SIGINT');
    if (!(await becomesTrue(() => !isOurs(), FAST_STOP_MS))) signalIfRunning(pid, 'SIGKILL');
    await becomesTrue(() => !isOurs(), FAST_STOP_MS);
  }
  rmSync(pidFile, { force: true });
}

function readCommand(pid: number): string {
  if (!Number.isInteger(pid) || pid <= 0) return '';
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8', stdio: 'pipe' });
  } catch {
    // Both fail where there is no such process, which is the answer.
    return '';
  }
}

/** Signals a process; one that has ended by itself is left in peace. */
export function signalIfRunning(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // It may have ended by itself in between.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function becomesTrue(condition: () => boolean, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return true;
}
