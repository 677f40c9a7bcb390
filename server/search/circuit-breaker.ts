/** Stops asking a service that just failed, so that each search does not wait for it again. */
export interface CircuitBreaker {
  /** Runs `ask`; throws at once, without asking, while the pause after a failure lasts. */
  run<Result>(ask: () => Promise<Result>): Promise<Result>;
}

/** After a failure nobody is let through for `pauseMs`; then one at a time, until an answer comes. */
export function createCircuitBreaker(pauseMs: number): CircuitBreaker {
  let failure: { error: unknown; until: number } | null = null;
  let probing = false;
  return {
    async run(ask) {
      if (failure && (probing || Date.now() < failure.until)) throw failure.error;
      const isProbe = failure !== null;
      probing = isProbe;
      try {
        const result = await ask();
        failure = null;
        return result;
      } catch (error) {
        failure = { error, until: Date.now() + pauseMs };
        throw error;
      } finally {
        if (isProbe) probing = false;
      }
    },
  };
}
