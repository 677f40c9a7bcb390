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

/** What is in reach right now. Never throws; why something is not stands in the log, not in the answer. */
export async function checkReadiness(services: Services): Promise<Readiness> {
  const [database, blobs, queue, search] = await Promise.all([
    isUp(services, 'database', () => services.db.$queryRaw`SELECT 1`),
    isUp(services, 'blobs', () => services.blobs.checkHealth()),
    isUp(services, 'queue', () => services.queue.checkHealth()),
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
