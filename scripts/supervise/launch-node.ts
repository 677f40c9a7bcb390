import { type ChildProcess, fork } from 'node:child_process';

const FOLLOW_PARENT = new URL('../follow-parent.mjs', import.meta.url).href;

/** Starts one of Netdisk's own programs. What it says goes to stderr; it ends when this process does. */
export function launchNode(file: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return fork(file, args, {
    execArgv: ['--import', 'tsx', '--import', FOLLOW_PARENT],
    env,
    // A group of its own: Ctrl-C reaches the supervisor alone, which then ends everything in order.
    detached: true,
    stdio: ['ignore', 2, 2, 'ipc'],
  });
}
