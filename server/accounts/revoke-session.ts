import type { Database } from '@/server/database/client';

/** Ends one session at once, wherever its cookie still is. Harmless when it ended already. */
export async function revokeSession(db: Database, sessionId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE sessions SET revoked_at = now() WHERE id = ${sessionId}::uuid AND revoked_at IS NULL`;
}
