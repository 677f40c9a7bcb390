import type { Transaction } from '@/server/database/client';
import type { EntryRow } from '@/server/drive/tree/entry-row';
import { notFound } from '@/server/errors';
import { type EnteredShare, findSharedEntries } from '../share-access';

/**
 * The rows of what a visitor chose inside a share, in the order chosen; without ids of all that is shared, in the
 * order its owner chose.
 * @throws {NetdiskError} `not_found` where one of them is not inside the share.
 */
export async function chooseShared(
  tx: Transaction,
  share: EnteredShare,
  entryIds: string[] | undefined,
): Promise<EntryRow[]> {
  if (entryIds === undefined) return findSharedTops(tx, share);
  const wanted = [...new Set(entryIds)];
  const reached = await findSharedEntries(tx, share, wanted);
  const rows = await tx.entry.findMany({ where: { id: { in: [...reached.keys()] } } });
  const rowById = new Map(rows.map((row) => [row.id, row]));
  return wanted.map((id) => {
    const row = rowById.get(id);
    if (!row) throw notFound('entry');
    return row;
  });
}

/** The ids of the shared entries themselves, as far as they are live. */
export async function readSharedIds(tx: Transaction, share: EnteredShare): Promise<ReadonlySet<string>> {
  const shared = await tx.shareEntry.findMany({ where: liveIn(share), select: { entryId: true } });
  return new Set(shared.map(({ entryId }) => entryId));
}

async function findSharedTops(tx: Transaction, share: EnteredShare): Promise<EntryRow[]> {
  const shared = await tx.shareEntry.findMany({
    where: liveIn(share),
    orderBy: { position: 'asc' },
    select: { entry: true },
  });
  return shared.map(({ entry }) => entry);
}

function liveIn({ shareBatchNum, ownerId }: EnteredShare) {
  return { shareBatchNum, entry: { ownerId, trashedAt: null, purgedAt: null } };
}
