import type { Database, Transaction } from '@/server/database/client';
import { type Committed, commitWithEvents } from '@/server/outbox/commit-with-events';

/**
 * Runs one mutation of a person's drive, one at a time: without that two moves could each pass the ancestor check and
 * together make a cycle, and two uploads could both pass the quota check (measured: READ COMMITTED lets both commit).
 * Mutations of one drive queue up; others are not held.
 */
export function changeDrive<Result>(
  db: Database,
  ownerId: string,
  work: (tx: Transaction) => Promise<Committed<Result>>,
): Promise<Result> {
  return inTurn(ownerId, () =>
    commitWithEvents(db, async (tx) => {
      await lockDrive(tx, ownerId);
      return work(tx);
    }),
  );
}

/** Until the transaction ends, against the mutations of other processes. */
async function lockDrive(tx: Transaction, ownerId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${ownerId}, 0))`;
}

/** The last mutation of each drive that has some under way or waiting. */
const lastOf = new Map<string, Promise<unknown>>();

/**
 * Waits in this process before a connection is taken: at the lock each waiting mutation would hold one of the few there
 * are, and a single busy drive would keep everybody from theirs.
 */
function inTurn<Result>(ownerId: string, run: () => Promise<Result>): Promise<Result> {
  const turn = lastOf.get(ownerId)?.then(run, run) ?? run();
  lastOf.set(ownerId, turn);
  const leave = () => {
    if (lastOf.get(ownerId) === turn) lastOf.delete(ownerId);
  };
  turn.then(leave, leave);
  return turn;
}
