import type { Transaction } from '@/server/database/client';
import { NetdiskError } from '@/server/errors';

// used_bytes counts every file that is not purged, the recycle bin included: its bytes still lie on the disk.

/**
 * Takes room for an account, or gives it back where `bytes` is negative, in the transaction of the change.
 * @throws {NetdiskError} `quota_exceeded`.
 */
export async function changeUsedBytes(tx: Transaction, accountId: string, bytes: bigint): Promise<void> {
  if (bytes === 0n) return;
  const changed = await tx.$executeRaw`
    UPDATE accounts SET used_bytes = used_bytes + ${bytes}
    WHERE id = ${accountId}::uuid AND (${bytes}::bigint < 0 OR used_bytes + ${bytes} <= quota_bytes)`;
  if (changed === 0) throw quotaExceeded(bytes, await readRoom(tx, accountId));
}

/** The bytes an account may still take; negative when its quota was lowered below what it holds. */
export async function readRoom(db: Transaction, accountId: string): Promise<bigint> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { usedBytes: true, quotaBytes: true },
  });
  return account.quotaBytes - account.usedBytes;
}

export function quotaExceeded(neededBytes: bigint, roomBytes: bigint): NetdiskError {
  const room = roomBytes > 0n ? roomBytes : 0n;
  return new NetdiskError(
    'quota_exceeded',
    `This needs ${neededBytes} bytes and ${room} are left. Purge files from the recycle bin, or ask for more room.`,
  );
}
