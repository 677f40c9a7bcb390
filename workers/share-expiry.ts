import type { Database } from '@/server/database/client';
import type { HandlingOutcome, IncomingMessage } from '@/server/queue/queue';
import { type ExpiryOutcome, expireShares } from '@/server/shares/expire-shares';
import type { Worker } from './worker';

/** Shares that end in the same second are handed over together; others must not wait behind them. */
const CONSUMING = { batchSize: 200, concurrency: 4 };
/** Where this clock is ahead of the database's: how soon it is asked again. */
const ASK_AGAIN_MS = 50;

/** Marks shares as ended at their second. That they are refused from then on does not depend on it. */
export const shareExpiry: Worker = {
  name: 'share-expiry',
  start({ db, queue }) {
    return queue.consume('deadLetter.queue', CONSUMING, (messages) => expireAll(db, messages));
  },
};

async function expireAll(db: Database, messages: IncomingMessage[]): Promise<HandlingOutcome[]> {
  const expiries = messages.flatMap(({ event }) => (event.type === 'share.expiry-scheduled' ? [event] : []));
  const outcomes = (await expireShares(db, expiries)).values();
  return messages.map(({ event }): HandlingOutcome => {
    if (event.type !== 'share.expiry-scheduled') {
      return { kind: 'failed', reason: `An event of type ${event.type} tells of no share.` };
    }
    return handlingOutcome(outcomes.next().value);
  });
}

function handlingOutcome(outcome: ExpiryOutcome | undefined): HandlingOutcome {
  if (typeof outcome !== 'object') return { kind: 'done' };
  const soonest = Date.now() + ASK_AGAIN_MS;
  return { kind: 'later', deliverAt: new Date(Math.max(outcome.notDueUntil.getTime(), soonest)) };
}
