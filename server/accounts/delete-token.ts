import type { Database } from '@/server/database/client';
import { isUuid } from '@/server/database/is-uuid';
import { notFound } from '@/server/errors';
import type { Actor } from './actor';

/**
 * Ends one API token of the actor at once.
 * @throws {NetdiskError} `not_found`.
 */
export async function deleteToken(db: Database, actor: Actor, tokenId: string): Promise<void> {
  if (!isUuid(tokenId)) throw notFound('token');
  const { count } = await db.apiToken.deleteMany({ where: { id: tokenId, accountId: actor.accountId } });
  if (count === 0) throw notFound('token');
}

/** Ends all API tokens of the actor at once; returns how many there were. */
export async function deleteAllTokens(db: Database, actor: Actor): Promise<number> {
  const { count } = await db.apiToken.deleteMany({ where: { accountId: actor.accountId } });
  return count;
}
