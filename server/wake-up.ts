/** Lets a loop sleep until there is something to do. */
export interface WakeUp {
  /** Ends the wait under way, or the next one at once. */
  wake(): void;
  /** Resolves when woken, or after `ms` at the latest. One waiter at a time. */
  wait(ms: number): Promise<void>;
}

/** A wake-up that is remembered: waking somebody who is just about to wait is not lost. */
export function createWakeUp(): WakeUp {
  let woken = false;
  let end: (() => void) | undefined;
  return {
    wake() {
      woken = true;
      end?.();
    },
    async wait(ms) {
      if (!woken) await new Promise<void>((resolve) => sleepUntilEnded(ms, resolve));
      woken = false;
    },
  };

  function sleepUntilEnded(ms: number, resolve: () => void): void {
    const timer = setTimeout(() => end?.(), ms);
    end = () => {
      clearTimeout(timer);
      end = undefined;
      resolve();
    };
  }
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/** Milliseconds to wait after `failures` in a row: doubling, at most ten seconds, spread so that nobody marches in step. */
export function backOffMs(failures: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures, 10));
  return longest * (0.75 + Math.random() * 0.25);
}
