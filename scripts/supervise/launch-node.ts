import { type ChildProcess, fork } from 'node:child_process';

const FOLLOW_PARENT = new URL('../follow-parent.mjs', import.meta.url).href;

/**
 * Room for what requests leave behind, so that it is cleared away less often and more of it at once: a tenth of the
 * web process's time was that, with Node's own 16 MiB. It is taken only as far as it is used.
 */
const YOUNG_OBJECTS = '--max-semi-space-size=32';

/** Starts one of Netdisk's own programs. What it says goes to stderr; it ends when this process does. */
export function launchNode(file: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return fork(file, args, {
    execArgv: [YOUNG_OBJECTS, '--import', 'tsx', '--import', FOLLOW_PARENT],
    env,
    // A group of its own: Ctrl-C reaches the supervisor alone, which then ends everything in order.
    detached: true,
    stdio: ['ignore', 2, 2, 'ipc'],
  });
}
