import type { ApiToken } from '@/contracts/accounts';
import type { Database } from '@/server/database/client';
import type { Actor } from './actor';

/** The actor's API tokens, newest first, without the tokens themselves. */
export async function listTokens(db: Database, actor: Actor): Promise<ApiToken[]> {
  const rows = await db.apiToken.findMany({
    where: { accountId: actor.accountId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }));
}
