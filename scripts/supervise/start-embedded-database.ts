import { openEmbeddedPostgres } from '../../server/database/embedded-postgres';
import type { Log } from '../../server/log';
import { type KeptProcess, keepRunning } from './keep-running';
import type { ProcessRecord } from './record-processes';
import type { OnStop } from './stop-in-order';

const STOP_GRACE_MS = 10_000;
const TRIES = 3;
const POLL_MS = 50;

/**
 * Starts the PostgreSQL of the data folder and keeps it running, on one address for as long as this process lives.
 * @returns its address, once it answers.
 * @throws {Error} naming its log when it does not start.
 */
export async function startEmbeddedDatabase(input: {
  dataDir: string;
  log: Log;
  record: ProcessRecord;
  onStop: OnStop;
}): Promise<string> {
  const postgres = await openEmbeddedPostgres(input.dataDir);
  const kept = keepRunning({
    name: 'postgres',
    launch: postgres.launch,
    // Its fast shutdown: clients are cut off, everything committed is on disk.
    stopSignal: 'SIGINT',
    graceMs: STOP_GRACE_MS,
    log: input.log,
    onChange: input.record.change,
  });
  input.onStop('database', kept.stop);
  let failure: unknown;
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      await postgres.whenReady(await nextProcess(kept));
      return postgres.url;
    } catch (error) {
      failure = error;
    }
  }
  await kept.stop();
  throw new Error(`The embedded PostgreSQL does not start; ${postgres.logFile} says why.`, {
    cause: failure,
  });
}

async function nextProcess(kept: KeptProcess) {
  for (;;) {
    const child = kept.current();
    if (child) return child;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
