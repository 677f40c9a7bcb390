import { existsSync } from 'node:fs';
import { type Config, readConfig } from '@/server/config';
import { findDatabaseUrl } from '@/server/database/find-database-url';
import { createServices, type Services } from '@/server/services';
import { extractor } from './extractor';
import { indexer } from './indexer';
import { outboxRelay } from './outbox-relay';
import { reconciler } from './reconciler';
import { shareExpiry } from './share-expiry';
import { sweeper } from './sweeper';
import { waitForDatabase } from './wait-for-database';
import type { RunningWorker, Worker } from './worker';

// `tsx workers/main.ts [name...]` runs the named workers, all of them when none is named, until SIGTERM.

const WORKERS: Worker[] = [outboxRelay, indexer, extractor, shareExpiry, reconciler, sweeper];
/** The supervisor kills after 7 s; what is cut off then is delivered again. */
const DRAIN_MS = 6_000;

function chooseWorkers(names: string[]): Worker[] {
  const unknown = names.filter((name) => !WORKERS.some((worker) => worker.name === name));
  if (unknown.length > 0) {
    const known = WORKERS.map((worker) => worker.name).join(', ');
    throw new Error(`There is no worker named ${unknown.join(', ')}. There are: ${known}.`);
  }
  return names.length > 0 ? WORKERS.filter((worker) => names.includes(worker.name)) : WORKERS;
}

async function main(): Promise<void> {
  const chosen = chooseWorkers(process.argv.slice(2));
  const name = chosen.length === 1 && chosen[0] ? chosen[0].name : 'workers';
  const services = createServices(await readSettings(), name);
  const running: RunningWorker[] = [];
  stopOnSignal(services, running);
  try {
    await waitForDatabase(services);
    for (const worker of chosen) {
      running.push(await worker.start(services));
      services.log.info(`worker ${worker.name} ready`);
    }
  } catch (error) {
    services.log.fatal({ err: error }, error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

/** Those of `npm start`: the supervisor hands them over, and a worker that is started by hand reads them itself. */
async function readSettings(): Promise<Config> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig({ ...process.env, DATABASE_URL: await findDatabaseUrl(process.env) });
}

/** Drains on the first signal, or when the parent is gone; further ones change nothing. */
function stopOnSignal(services: Services, running: RunningWorker[]): void {
  let stopping = false;

  async function drain(): Promise<void> {
    if (stopping) return;
    stopping = true;
    setTimeout(() => {
      services.log.error('draining takes too long; what is under way is delivered again');
      process.exit(1);
    }, DRAIN_MS).unref();
    await Promise.all(running.map((worker) => worker.stop()));
    await services.close();
    process.exit(0);
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, drain);
  process.on('disconnect', drain);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
