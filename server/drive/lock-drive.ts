import type { Transaction } from '@/server/database/client';

/**
 * Lets one mutation of a person's tree run at a time, until the transaction ends. Without it two moves could
 * each pass the ancestor check and together make a cycle, and two uploads could both pass the quota check
 * (measured: READ COMMITTED lets both commit). The same account's mutations queue up; others are not held.
 */
export async function lockDrive(tx: Transaction, ownerId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${ownerId}, 0))`;
}
