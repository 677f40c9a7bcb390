import { randomUUID } from 'node:crypto';
import type { Entry } from '@/prisma/generated/client';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';

/** A file (or folder) put straight into the tables, without bytes and without an event. */
export async function buildEntry(
  db: Database,
  owner: Actor,
  entry: { name: string; kind?: 'file' | 'folder'; parentId?: string; trashedAt?: Date },
): Promise<Entry> {
  return db.entry.create({
    data: {
      id: randomUUID(),
      ownerId: owner.accountId,
      parentId: entry.parentId ?? owner.rootId,
      kind: entry.kind ?? 'file',
      name: entry.name,
      nameKey: entry.name.toLowerCase(),
      mimeType: entry.kind === 'folder' ? '' : 'text/plain',
      trashedAt: entry.trashedAt ?? null,
    },
  });
}
