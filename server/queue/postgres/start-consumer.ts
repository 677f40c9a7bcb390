import type { Database } from '@/server/database/client';
import type { Log } from '@/server/log';
import { backOffMs, type WakeUp } from '@/server/wake-up';
import { type Disposition, handleBatch, readEvent } from '../handle-batch';
import type { BatchHandler, ConsumeOptions, Consumer, IncomingMessage, QueueName } from '../queue';
import {
  type ClaimedMessage,
  claimMessages,
  LEASE_SECONDS,
  millisecondsToNextDue,
  reasonToFail,
  renewLease,
  settleMessages,
} from './messages';

/** What one consumer is to do. `wakeUp` is woken when the queue got a message. */
export interface ConsumerWork {
  db: Database;
  log: Log;
  wakeUp: WakeUp;
  queue: QueueName;
  options: ConsumeOptions;
  handle: BatchHandler;
}

/** Looks again this often, whatever was heard: notifications are lost while the listener is away. */
const POLL_MS = 5_000;

/** Claims and handles batches until stopped; a database that is away is waited for, with back-off. */
export function startPostgresConsumer(work: ConsumerWork): Consumer {
  const { db, log, wakeUp, queue, options } = work;
  const running = new Set<Promise<void>>();
  let stopping = false;

  async function keepConsuming(): Promise<void> {
    for (let failures = 0; !stopping; ) {
      try {
        const pauseMs = await startBatches();
        failures = 0;
        await wakeUp.wait(Math.min(Math.max(pauseMs, 1), POLL_MS));
      } catch (error) {
        log.error({ err: error, queue }, 'the queue cannot be read from PostgreSQL');
        await wakeUp.wait(backOffMs(failures));
        failures += 1;
      }
    }
  }

  /** Starts what is due while there is room; milliseconds until it is worth looking again. */
  async function startBatches(): Promise<number> {
    while (running.size < options.concurrency && !stopping) {
      const claimed = await claimMessages(db, queue, options.batchSize);
      if (claimed.length > 0) startBatch(claimed);
      if (claimed.length < options.batchSize)
        return Math.ceil((await millisecondsToNextDue(db, queue)) ?? POLL_MS);
    }
    return POLL_MS;
  }

  function startBatch(claimed: ClaimedMessage[]): void {
    const batch = handleClaimed(work, claimed).finally(() => {
      running.delete(batch);
      wakeUp.wake();
    });
    running.add(batch);
  }

  const loop = keepConsuming();
  return {
    async stop() {
      stopping = true;
      wakeUp.wake();
      await loop;
      await Promise.all(running);
    },
  };
}

/** Never throws: what is not settled comes again when its lease runs out. */
async function handleClaimed(work: ConsumerWork, claimed: ClaimedMessage[]): Promise<void> {
  const { db, log, handle, queue } = work;
  const renewal = keepLease(work, claimed);
  try {
    const { readable, unreadable } = readClaimed(claimed);
    const dispositions = await handleBatch(
      handle,
      readable.map(({ message }) => message),
      log,
    );
    const settled = readable.map(({ id, message }, index) => ({
      id,
      attempt: message.attempt,
      disposition: dispositions[index] ?? { kind: 'done' as const },
    }));
    for (const { disposition } of unreadable)
      log.error({ queue, ...disposition }, 'a message cannot be handled');
    await settleMessages(db, [...settled, ...unreadable]);
  } catch (error) {
    log.error({ err: error, queue }, 'handled messages could not be settled and will come again');
  } finally {
    clearInterval(renewal);
  }
}

interface Unreadable {
  id: bigint;
  attempt: number;
  disposition: Disposition;
}

function readClaimed(claimed: ClaimedMessage[]) {
  const readable: { id: bigint; message: IncomingMessage }[] = [];
  const unreadable: Unreadable[] = [];
  for (const row of claimed) {
    const { id, attempt } = row;
    const read = readEvent(row.body);
    const reason = reasonToFail(row) ?? ('problem' in read ? read.problem : undefined);
    if (reason !== undefined) unreadable.push({ id, attempt, disposition: { kind: 'failed', reason } });
    else if ('event' in read) {
      readable.push({ id, message: { messageId: row.message_id, event: read.event, attempt } });
    }
  }
  return { readable, unreadable };
}

function keepLease({ db, log, queue }: ConsumerWork, claimed: ClaimedMessage[]): NodeJS.Timeout {
  const ids = claimed.map(({ id }) => id);
  return setInterval(
    () => {
      renewLease(db, ids).catch((error: unknown) => {
        log.warn({ err: error, queue }, 'messages could not be kept and may be delivered twice');
      });
    },
    (LEASE_SECONDS * 1000) / 3,
  );
}
