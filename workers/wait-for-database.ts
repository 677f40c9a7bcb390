import type { Services } from '@/server/services';
import { backOffMs, createWakeUp } from '@/server/wake-up';

/** Waits until the database answers, saying each time that it does not, where it should be and what to do. */
export async function waitForDatabase({ db, config, log }: Services): Promise<void> {
  const pause = createWakeUp();
  for (let failures = 0; ; failures += 1) {
    try {
      await db.$queryRaw`SELECT 1`;
      return;
    } catch (error) {
      const { host, pathname } = new URL(config.database.url);
      // Prisma tells the reason last, below several lines about where it was asked.
      const reason = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error);
      log.error(
        `The database at ${host}${pathname} does not answer (${reason}). Start it, or correct DATABASE_URL.`,
      );
      await pause.wait(backOffMs(failures));
    }
  }
}
