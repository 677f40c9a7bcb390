import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Actor } from '@/server/accounts/actor';
import { createToken } from '@/server/accounts/create-token';
import type { Services } from '@/server/services';
import { createShare } from '@/server/shares/create-share';
import type { Known } from './authorisation-table';
import { buildEntry } from './build-entry';

/** One of everything that a route can name, all of one owner; the file has bytes behind it. */
export async function buildKnown({ db, blobs }: Services, owner: Actor): Promise<Known> {
  const folder = await buildEntry(db, owner, { name: 'folder', kind: 'folder' });
  const file = await buildEntry(db, owner, { name: 'file.txt', parentId: folder.id });
  await giveBytes({ db, blobs }, file.id, 'the bytes of the file');
  const trashed = await buildEntry(db, owner, { name: 'trashed.txt', trashedAt: new Date() });
  await giveBytes({ db, blobs }, trashed.id, 'the bytes of the trashed file');
  const share = await createShare(
    db,
    owner,
    { entryIds: [folder.id], allowDownload: true },
    { publicUrl: 'http://127.0.0.1:3000' },
  );
  const { shareBatchNum } = share;
  const report = await db.shareReport.create({
    data: { id: randomUUID(), shareBatchNum, visitor: 'a visitor', reason: 'abuse' },
  });
  return {
    fileId: file.id,
    folderId: folder.id,
    trashedId: trashed.id,
    tokenId: (await createToken(db, owner, { name: 'test' })).id,
    reportId: report.id,
    shareBatchNum,
  };
}

/** Stores bytes and lets an entry name them. */
export async function giveBytes(
  { db, blobs }: Pick<Services, 'db' | 'blobs'>,
  entryId: string,
  content: string,
): Promise<void> {
  const staged = await blobs.stage(Readable.from([Buffer.from(content)]), { maxBytes: 1_000_000 });
  await blobs.place(staged);
  const blob = { sha256: staged.sha256, sizeBytes: BigInt(staged.sizeBytes) };
  await db.blob.upsert({ where: { sha256: blob.sha256 }, create: blob, update: {} });
  await db.entry.update({ where: { id: entryId }, data: blob });
}
