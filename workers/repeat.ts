import type { Log } from '@/server/log';
import { createWakeUp } from '@/server/wake-up';
import { type RunningWorker, stopTogether } from './worker';

export interface Chore {
  /** What is done, as the log says it when it fails. */
  name: string;
  everySeconds: number;
  run(): Promise<void>;
}

/** Does a chore at once and then again and again, never twice at a time. A failure is logged and the next turn waited for. */
export function repeat(chore: Chore, log: Log): RunningWorker {
  const stopped = createWakeUp();
  let stopping = false;

  async function keepRunning(): Promise<void> {
    while (!stopping) {
      try {
        await chore.run();
      } catch (error) {
        log.error({ err: error, chore: chore.name }, 'a chore failed and is tried again at its next turn');
      }
      if (!stopping) await stopped.wait(chore.everySeconds * 1000);
    }
  }

  const running = keepRunning();
  return {
    async stop() {
      stopping = true;
      stopped.wake();
      await running;
    },
  };
}

/** Several chores as one worker. */
export function repeatAll(chores: Chore[], log: Log): RunningWorker {
  return stopTogether(chores.map((chore) => repeat(chore, log)));
}
