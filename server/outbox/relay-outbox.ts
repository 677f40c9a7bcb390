import type { Database } from '@/server/database/client';
import { listenToPostgres } from '@/server/database/postgres-listener';
import type { Log } from '@/server/log';
import type { MessageQueue } from '@/server/queue/queue';
import { backOffMs, createWakeUp } from '@/server/wake-up';
import { OUTBOX_CHANNEL } from './commit-with-events';
import { publishPending } from './publish-pending';

export interface RelaySource {
  db: Database;
  databaseUrl: string;
  queue: MessageQueue;
  log: Log;
}

const BATCH_SIZE = 500;
/** Looks this often without being woken: a notification is lost while the listener is away. */
const POLL_MS = 2_000;
/** What the broker refused is offered again this often; it must not keep the rest waiting. */
const REFUSED_EVERY_MS = 5_000;

/** Publishes the outbox until stopped: woken by every commit that wrote events, and by a poll. */
export function relayOutbox(source: RelaySource): { stop(): Promise<void> } {
  const { databaseUrl, queue, log } = source;
  const workToDo = createWakeUp();
  const told = createWakeUp();
  let stopping = false;
  let refusedTriedAt = Number.NEGATIVE_INFINITY;
  const isStopping = () => stopping;

  async function keepPublishing(): Promise<void> {
    for (let failures = 0, reached = false; !stopping; ) {
      try {
        // Once, so that a broker that is down at start is told of before there is anything to publish.
        if (!reached) await queue.checkHealth();
        reached = true;
        await publishAll(source, { refusedBefore: false, isStopping });
        await publishRefused();
        failures = 0;
        await workToDo.wait(POLL_MS);
      } catch (error) {
        log.error(`The outbox waits: ${error instanceof Error ? error.message : String(error)}`);
        // Not woken by commits: each of them would knock at a broker that is away.
        await told.wait(backOffMs(failures));
        failures += 1;
      }
    }
  }

  async function publishRefused(): Promise<void> {
    if (performance.now() - refusedTriedAt < REFUSED_EVERY_MS) return;
    refusedTriedAt = performance.now();
    await publishAll(source, { refusedBefore: true, isStopping });
  }

  const wake = () => workToDo.wake();
  const listener = listenToPostgres(
    { databaseUrl, channel: OUTBOX_CHANNEL, log },
    { onNotify: wake, onConnect: wake },
  );
  const running = keepPublishing();
  return {
    async stop() {
      stopping = true;
      workToDo.wake();
      told.wake();
      await running;
      await listener.close();
    },
  };
}

async function publishAll(
  { db, queue, log }: RelaySource,
  { refusedBefore, isStopping }: { refusedBefore: boolean; isStopping: () => boolean },
): Promise<void> {
  while (!isStopping()) {
    const { claimed, published } = await publishPending(db, queue, { limit: BATCH_SIZE, refusedBefore });
    const refused = claimed - published;
    if (refused > 0)
      log.error({ events: refused }, 'the broker refuses events; outbox_events.last_error says why');
    // What was refused once more went to the end of the line: going on would only circle.
    if (claimed < BATCH_SIZE || (refusedBefore && refused > 0)) return;
  }
}
