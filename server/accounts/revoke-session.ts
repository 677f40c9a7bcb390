import type { Database, Transaction } from '@/server/database/client';
import type { Actor } from './actor';

/** Ends one session at once, wherever its cookie still is. Harmless when it ended already. */
export async function revokeSession(db: Database, sessionId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE sessions SET revoked_at = now() WHERE id = ${sessionId}::uuid AND revoked_at IS NULL`;
}

/** Signs the actor out everywhere but here (an API token is nowhere: then everywhere). Returns how many ended. */
export async function revokeOtherSessions(db: Database | Transaction, actor: Actor): Promise<number> {
  return db.$executeRaw`
    UPDATE sessions SET revoked_at = now()
    WHERE account_id = ${actor.accountId}::uuid AND revoked_at IS NULL
      AND id IS DISTINCT FROM ${actor.sessionId}::uuid`;
}
