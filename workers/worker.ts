import type { Services } from '@/server/services';

/** One running thing. Several copies of each may run at once, on one machine or on many. */
export interface Worker {
  name: string;
  /**
   * Resolves when it works, or will as soon as what it needs is there.
   * @throws {Error} when waiting cannot help; the process then ends and says why.
   */
  start(services: Services): Promise<RunningWorker>;
}

export interface RunningWorker {
  /** Begins nothing new and waits for what is under way. */
  stop(): Promise<void>;
}

/** Several running things as one. */
export function stopTogether(running: RunningWorker[]): RunningWorker {
  return {
    async stop() {
      await Promise.all(running.map((one) => one.stop()));
    },
  };
}
