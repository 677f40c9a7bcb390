/** Makes what was written visible, however many ask at once. */
export interface RefreshGate {
  /** Resolves after a refresh that began after this call. */
  pass(): Promise<void>;
}

/**
 * Callers share refreshes, at most one every `gapMs`. Each refresh writes a segment: one for every message of a
 * busy indexer would keep the engine merging. Who comes while one is under way waits for the next, because that
 * one may have begun before the caller's write.
 */
export function createRefreshGate(refresh: () => Promise<void>, gapMs: number): RefreshGate {
  // Not by the wall clock, here and in what follows: one that is set back by an hour would have everybody wait so long.
  let lastStart = Number.NEGATIVE_INFINITY;
  let waiting: Promise<void> | null = null;
  let running: Promise<unknown> = Promise.resolve();

  async function next(): Promise<void> {
    await running;
    const pauseMs = lastStart + gapMs - performance.now();
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    waiting = null;
    lastStart = performance.now();
    const refreshing = refresh();
    running = refreshing.catch(() => undefined);
    await refreshing;
  }

  return {
    pass() {
      waiting ??= next();
      return waiting;
    },
  };
}
