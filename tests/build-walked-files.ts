import { randomUUID } from 'node:crypto';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';

/** Files with many ties in rank, name's beginning, size and date. */
export async function buildWalkedFiles(db: Database, ada: Actor, count: number) {
  const times = [new Date('2026-01-02T03:04:05.678Z'), new Date('2026-02-01')];
  return db.entry.createManyAndReturn({
    data: Array.from({ length: count }, (_, number) => {
      const name = `${['walk', 'Walking', 'a walk', '年度 walk'][number % 4]} ${number % 9} ${number}.txt`;
      return {
        id: randomUUID(),
        ownerId: ada.accountId,
        parentId: ada.rootId,
        kind: 'file',
        name,
        nameKey: name.toLowerCase(),
        extension: number % 3 === 0 ? 'pdf' : 'txt',
        mimeType: 'text/plain',
        sizeBytes: BigInt(number % 5),
        updatedAt: times[number % 2] ?? new Date(),
      };
    }),
  });
}
