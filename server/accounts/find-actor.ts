import { createHash } from 'node:crypto';
import { role } from '@/contracts/accounts';
import { Prisma } from '@/prisma/generated/client';
import type { Database } from '@/server/database/client';
import { IS_PENDING } from '@/server/drive/tree/entry-row';
import type { Actor } from './actor';

interface ActorRow {
  account_id: string;
  root_id: string;
  name: string;
  email: string;
  role: string;
  session_id: string | null;
  indexed_at: Date | null;
}

/**
 * The first in order and not whether there is any (EXISTS): the planner takes every third entry for pending, and to meet
 * any of them it read the whole table, which of a drive with 100,000 indexed entries took 20 to 40 ms.
 */
const ACTOR_COLUMNS = Prisma.sql`a.id AS account_id, a.root_id, a.name, a.email, a.role,
  CASE WHEN (
    SELECT e.id FROM entries e WHERE e.owner_id = a.id AND ${IS_PENDING} ORDER BY e.revision LIMIT 1) IS NULL
    THEN statement_timestamp() END AS indexed_at`;

/**
 * The account behind a session, or null where the session ended or was revoked, or the account is disabled: all
 * as the database says now, in one query. A session ends 30 days after its last use and 365 days after its
 * start; its end is moved at most once a day, so that reading pages does not write.
 */
export async function findActorBySession(db: Database, sessionId: string): Promise<Actor | null> {
  const rows = await db.queryPrepared<ActorRow>(Prisma.sql`
    WITH prolonged AS (
      UPDATE sessions
      SET expires_at = LEAST(now() + interval '30 days', created_at + interval '365 days')
      WHERE id = ${sessionId}::uuid AND revoked_at IS NULL AND expires_at > now()
        AND expires_at < LEAST(now() + interval '29 days', created_at + interval '365 days'))
    SELECT ${ACTOR_COLUMNS}, s.id AS session_id
    FROM sessions s JOIN accounts a ON a.id = s.account_id
    WHERE s.id = ${sessionId}::uuid AND s.revoked_at IS NULL AND s.expires_at > now() AND a.disabled_at IS NULL`);
  return toActor(rows[0]);
}

/** The account an API token speaks for, or null. `last_used_at` is right to the minute. */
export async function findActorByToken(db: Database, token: string): Promise<Actor | null> {
  const tokenHash = hashToken(token);
  const rows = await db.queryPrepared<ActorRow>(Prisma.sql`
    WITH used AS (
      UPDATE api_tokens SET last_used_at = now()
      WHERE token_hash = ${tokenHash} AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute'))
    SELECT ${ACTOR_COLUMNS}, NULL AS session_id
    FROM api_tokens t JOIN accounts a ON a.id = t.account_id
    WHERE t.token_hash = ${tokenHash} AND a.disabled_at IS NULL`);
  return toActor(rows[0]);
}

/** Tokens are 256 random bits: a plain hash is enough, there is nothing to guess from a dictionary. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function toActor(row: ActorRow | undefined): Actor | null {
  if (!row) return null;
  return {
    accountId: row.account_id,
    rootId: row.root_id,
    name: row.name,
    email: row.email,
    role: role.parse(row.role),
    sessionId: row.session_id,
    indexedAt: row.indexed_at,
  };
}
