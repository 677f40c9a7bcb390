import { randomUUID } from 'node:crypto';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';

/** Well formed, so that a password is checked against it as against any other. */
const HASH_OF_NOTHING_KNOWN =
  '$argon2id$v=19$m=19456,t=2,p=1$s+KYE5arkBpA33dC7hLdbA$RzZainvQV2s6SMtx92T1kYJXG4ctakeu96FzgPZ9HGs';

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
      passwordHash: HASH_OF_NOTHING_KNOWN,
      rootId,
      quotaBytes: 1_000_000_000n,
      entries: {
        create: { id: rootId, kind: 'folder', name: '', nameKey: '', revision: 0n },
      },
    },
  });
  return { accountId, rootId, name, email, role: 'member', sessionId: null, indexedAt: null };
}
