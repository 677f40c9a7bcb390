import type { AccountSession } from '@/contracts/accounts';
import type { Database } from '@/server/database/client';
import type { Actor } from './actor';

/** Where the actor is signed in now, newest first. */
export async function listSessions(db: Database, actor: Actor): Promise<AccountSession[]> {
  const rows = await db.$queryRaw<
    { id: string; created_at: Date; expires_at: Date; user_agent: string }[]
  >`SELECT id, created_at, expires_at, user_agent FROM sessions
    WHERE account_id = ${actor.accountId}::uuid AND revoked_at IS NULL AND expires_at > now()
    ORDER BY created_at DESC, id`;
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    userAgent: row.user_agent,
    current: row.id === actor.sessionId,
  }));
}
