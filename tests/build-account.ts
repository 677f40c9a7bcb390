import { randomUUID } from 'node:crypto';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';

/** An account with an empty drive, put straight into the tables: no password opens it. */
export async function buildAccount(db: Database, name = 'Ada'): Promise<Actor> {
  const accountId = randomUUID();
  const rootId = randomUUID();
  const email = `${accountId}@example.org`;
  await db.account.create({
    data: {
      id: accountId,
      email,
      emailKey: email,
      name,
      passwordHash: 'none',
      rootId,
      quotaBytes: 1_000_000_000n,
      entries: {
        create: { id: rootId, kind: 'folder', name: '', nameKey: '', revision: 0n },
      },
    },
  });
  return { accountId, rootId, name, email, role: 'member', sessionId: null };
}
