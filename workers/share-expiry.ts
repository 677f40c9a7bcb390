import type { Database } from '@/server/database/client';
import type { HandlingOutcome, IncomingMessage } from '@/server/queue/queue';
import { expireShare } from '@/server/shares/expire-share';
import type { Worker } from './worker';

/** Shares that end in the same second are handed over together; others must not wait behind them. */
const CONSUMING = { batchSize: 50, concurrency: 10 };
/** Where this clock is ahead of the database's: how soon it is asked again. */
const ASK_AGAIN_MS = 50;

/** Marks shares as ended at their second. That they are refused from then on does not depend on it. */
export const shareExpiry: Worker = {
  name: 'share-expiry',
  start({ db, queue }) {
    return queue.consume('deadLetter.queue', CONSUMING, (messages) =>
      Promise.all(messages.map((message) => expireOne(db, message))),
    );
  },
};

async function expireOne(db: Database, { event }: IncomingMessage): Promise<HandlingOutcome> {
  if (event.type !== 'share.expiry-scheduled') {
    return { kind: 'failed', reason: `An event of type ${event.type} tells of no share.` };
  }
  const outcome = await expireShare(db, event);
  if (typeof outcome === 'string') return { kind: 'done' };
  const soonest = Date.now() + ASK_AGAIN_MS;
  return { kind: 'later', deliverAt: new Date(Math.max(outcome.notDueUntil.getTime(), soonest)) };
}
