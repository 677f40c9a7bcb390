import { Client } from 'pg';
import { describeAddress } from './describe-address';

const OLDEST_MAJOR = 15;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 15_000;

/**
 * Waits until the database of DATABASE_URL answers, saying each time why it does not and what to do.
 * @throws {Error} when it is older than PostgreSQL 15: waiting would not help.
 */
export async function connectDatabase(url: string, say: (line: string) => void): Promise<void> {
  for (let delayMs = FIRST_DELAY_MS; ; delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS)) {
    const failure = await tryDatabase(url);
    if (failure === undefined) return;
    say(
      `The database at ${describeAddress(url)} does not answer: ${failure}. Start it, or correct DATABASE_URL. Trying again in ${delayMs / 1000} s.`,
    );
    await new Promise((resolve) => setTimeout(resolve, delayMs));
  }
}

async function tryDatabase(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  let version: number;
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version_num') AS version",
    );
    version = Math.floor(Number(rows[0]?.version) / 10_000);
  } catch (error) {
    return reasonOf(error);
  } finally {
    await client.end();
  }
  if (version >= OLDEST_MAJOR) return undefined;
  throw new Error(
    `The database at ${describeAddress(url)} is PostgreSQL ${version}. Netdisk needs ${OLDEST_MAJOR} or newer.`,
  );
}

/** Several addresses of one name fail as an AggregateError, whose own message is empty. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
