import type { Database } from '@/server/database/client';

/** Forgets sessions that ended or were revoked more than a week ago; returns how many. */
export async function sweepEndedSessions(db: Database): Promise<number> {
  return db.$executeRaw`
    DELETE FROM sessions
    WHERE expires_at < now() - interval '7 days' OR revoked_at < now() - interval '7 days'`;
}
