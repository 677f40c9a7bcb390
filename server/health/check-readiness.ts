import type { Services } from '@/server/services';

/** Without these nothing can be served. */
type Needed = 'database' | 'blobs';
/** Without these the product goes on: changes wait in the outbox, search matches names in the database. */
type Missed = 'queue' | 'search';

export interface Readiness {
  status: 'ready' | 'degraded' | 'unavailable';
  checks: Record<Needed, 'up' | 'down'> & Record<Missed, 'up' | 'degraded'>;
}

/** A probe asks every few seconds and gives up soon; what answers later than this is not in reach. */
const TIMEOUT_MS = 3_000;
/** A folder of 100,000 entries that is moved keeps the relay busy for half as long. */
const LONGEST_WAIT_SECONDS = 60;

/** What is in reach right now. Never throws; why something is not stands in the log, not in the answer. */
export async function checkReadiness(services: Services): Promise<Readiness> {
  const [database, blobs, queue, search] = await Promise.all([
    isUp(services, 'database', () => services.db.$queryRaw`SELECT 1`),
    isUp(services, 'blobs', () => services.blobs.checkHealth()),
    isUp(services, 'queue', () => checkQueue(services)),
    isUp(services, 'search', () => services.searchIndex.checkHealth()),
  ]);
  return {
    status: database && blobs ? (queue && search ? 'ready' : 'degraded') : 'unavailable',
    checks: {
      database: database ? 'up' : 'down',
      blobs: blobs ? 'up' : 'down',
      queue: queue ? 'up' : 'degraded',
      search: search ? 'up' : 'degraded',
    },
  };
}

/**
 * The broker answers, and takes messages: one that is out of disk or memory answers this process, which sends none, and
 * holds up the relay.
 */
async function checkQueue({ db, queue }: Services): Promise<void> {
  await queue.checkHealth();
  const [oldest] = await db.$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM clock_timestamp() - created_at)::float8 AS seconds
    FROM outbox_events ORDER BY id LIMIT 1`;
  if (oldest && oldest.seconds > LONGEST_WAIT_SECONDS) {
    throw new Error(
      `The oldest event has waited in the outbox for ${Math.round(oldest.seconds)} s. Look at the outbox relay and the alarms of the broker.`,
    );
  }
}

async function isUp({ log }: Services, name: string, check: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${TIMEOUT_MS} ms.`)), TIMEOUT_MS);
  });
  try {
    await Promise.race([check(), silence]);
    return true;
  } catch (error) {
    log.warn({ err: error, check: name }, 'a health check failed');
    return false;
  } finally {
    clearTimeout(timer);
  }
}
