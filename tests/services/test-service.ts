/** A real service for the tests, found or started. */
export interface TestService {
  /** Where it came from, for the reader of the output. */
  how: string;
  /** What the tests are told (TEST_POSTGRES_URL, …). */
  env: Record<string, string>;
  /** Ends it, when it was started for this run. */
  stop(): Promise<void>;
}

/** One way to come by a service. Null: not on this machine. @throws {Error} when it should have worked. */
export type FindService = () => Promise<TestService | null>;

interface ServiceOutcome {
  service: TestService | null;
  /** Why each way that was tried and failed did. */
  reasons: string[];
}

/** Tries the ways in order. */
export async function findService(ways: FindService[]): Promise<ServiceOutcome> {
  const reasons: string[] = [];
  for (const way of ways) {
    try {
      const service = await way();
      if (service) return { service, reasons };
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  return { service: null, reasons };
}

/** A service that runs anyway, and goes on running. */
export function alreadyRunning(env: Record<string, string>): TestService {
  return { how: 'already running', env, stop: async () => undefined };
}
