import type { Database, Transaction } from './client';

const TIMEOUT_MS = 60_000;
const WAIT_FOR_CONNECTION_MS = 10_000;

/**
 * Runs reads that together must show one moment, however long they take: in a transaction that PostgreSQL refuses to
 * write in. It holds one of the few connections all the while, and `read` must use no other.
 * @see https://www.postgresql.org/docs/current/transaction-iso.html#XACT-REPEATABLE-READ
 */
export function readSnapshot<Result>(
  db: Database,
  read: (snapshot: Transaction) => Promise<Result>,
): Promise<Result> {
  return db.$transaction(
    async (snapshot) => {
      await snapshot.$executeRaw`SET TRANSACTION READ ONLY`;
      return read(snapshot);
    },
    { isolationLevel: 'RepeatableRead', timeout: TIMEOUT_MS, maxWait: WAIT_FOR_CONNECTION_MS },
  );
}
