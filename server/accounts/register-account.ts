import { randomUUID } from 'node:crypto';
import type { RegisteredAccount, RegisterInput, Role } from '@/contracts/accounts';
import type { Database, Transaction } from '@/server/database/client';
import { isUniqueViolation } from '@/server/database/transaction-errors';
import { NetdiskError } from '@/server/errors';
import { commitWithEvents } from '@/server/outbox/commit-with-events';
import { emailKey } from './email-key';
import { hashPassword } from './password-hash';

/**
 * Makes an account with its empty drive. The first one ever is the administrator.
 * @throws {NetdiskError} `email_taken`, naming the field; `unavailable` under a rush.
 */
export async function registerAccount(
  db: Database,
  input: RegisterInput,
  limits: { defaultQuotaBytes: number },
): Promise<RegisteredAccount> {
  const key = emailKey(input.email);
  // The unique index decides; a hash is costly, and this saves one that could only be thrown away.
  if (await isTaken(db, key)) throw emailTaken();
  const passwordHash = await hashPassword(input.password, 'registering');
  const account = { id: randomUUID(), email: input.email.trim(), name: input.name };
  const rootId = randomUUID();
  try {
    return await commitWithEvents(db, async (tx) => {
      const role = await chooseRole(tx);
      await tx.account.create({
        data: {
          ...account,
          emailKey: key,
          passwordHash,
          role,
          rootId,
          quotaBytes: BigInt(limits.defaultQuotaBytes),
        },
      });
      await createRoot(tx, account.id, rootId);
      return { result: { ...account, role }, events: [], live: [] };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw emailTaken(error);
    throw error;
  }
}

async function isTaken(db: Database, key: string): Promise<boolean> {
  return (await db.account.findUnique({ where: { emailKey: key }, select: { id: true } })) !== null;
}

/** One registration at a time decides this: two first accounts at once would otherwise both see none. */
async function chooseRole(tx: Transaction): Promise<Role> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('netdisk.register-account', 0))`;
  const anyone = await tx.account.findFirst({ select: { id: true } });
  return anyone ? 'member' : 'administrator';
}

/** The root is never indexed: with revision 0 it never counts as waiting for the index either. */
async function createRoot(tx: Transaction, ownerId: string, rootId: string): Promise<void> {
  await tx.entry.create({
    data: { id: rootId, ownerId, parentId: null, kind: 'folder', name: '', nameKey: '', revision: 0n },
  });
}

function emailTaken(cause?: unknown): NetdiskError {
  const message = 'An account with this address exists already. Sign in, or use another address.';
  return new NetdiskError('email_taken', message, { cause, errors: [{ path: 'email', message }] });
}
