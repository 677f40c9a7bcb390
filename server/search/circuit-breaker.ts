/** Stops asking a service that just failed, so that each search does not wait for it again. */
export interface CircuitBreaker {
  /** Runs `ask`; throws at once, without asking, while the pause after a failure lasts. */
  run<Result>(ask: () => Promise<Result>): Promise<Result>;
}

/**
 * After an outage nobody is let through for `pauseMs`; then one at a time, until an answer comes. An error that is no
 * outage (one query was refused) concerns its caller alone.
 */
export function createCircuitBreaker(pauseMs: number, isOutage: (error: unknown) => boolean): CircuitBreaker {
  let failure: { error: unknown; until: number } | null = null;
  let probing = false;
  return {
    async run(ask) {
      if (failure && (probing || performance.now() < failure.until)) throw failure.error;
      const isProbe = failure !== null;
      probing = isProbe;
      try {
        const result = await ask();
        failure = null;
        return result;
      } catch (error) {
        failure = isOutage(error) ? { error, until: performance.now() + pauseMs } : null;
        throw error;
      } finally {
        if (isProbe) probing = false;
      }
    },
  };
}
