import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Files are copied into a folder named by this and the number of the process that reads them. */
export const COPY_PREFIX = 'netdisk-text-';

/** Removes the copies of processes that were killed while they read them. Returns how many. */
export async function removeLeftoverCopies(): Promise<number> {
  const names = await readdir(tmpdir());
  const leftover = names.filter((name) => {
    const pid = new RegExp(`^${COPY_PREFIX}(\\d+)-`).exec(name)?.[1];
    return pid !== undefined && !isRunning(Number(pid));
  });
  await Promise.all(leftover.map((name) => rm(path.join(tmpdir(), name), { recursive: true, force: true })));
  return leftover.length;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // One that is not ours runs all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
