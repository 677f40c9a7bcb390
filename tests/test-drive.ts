import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CreateEntryInput, Entry, OnConflict } from '@/contracts/entries';
import type { NetdiskEvent } from '@/contracts/events';
import type { Actor } from '@/server/accounts/actor';
import type { Database } from '@/server/database/client';
import { createEntry } from '@/server/drive/create-entry';
import { uploadFile } from '@/server/drive/upload-file';
import type { BlobStore } from '@/server/storage/blob-store';
import { createDiskBlobStore } from '@/server/storage/disk-blob-store';
import { buildAccount } from './build-account';
import { createTestDatabase } from './test-database';

/** What drive operations are handed, on a database and a folder of their own. */
export interface TestDrive {
  db: Database;
  blobs: BlobStore;
  config: { maxFileBytes: number };
  dataDir: string;
  databaseUrl: string;
  drop(): Promise<void>;
}

export async function openTestDrive({ maxFileBytes = 10_000_000 } = {}): Promise<TestDrive> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'netdisk-drive-'));
  return {
    db: database.db,
    blobs: createDiskBlobStore({ dataDir }),
    config: { maxFileBytes },
    dataDir,
    databaseUrl: database.url,
    async drop() {
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The events that operations left in the outbox since the last time, in their order. */
export async function takeEvents({ db }: Pick<TestDrive, 'db'>): Promise<NetdiskEvent[]> {
  const rows = await db.outboxEvent.findMany({ orderBy: { id: 'asc' } });
  await db.outboxEvent.deleteMany();
  // Written by commitWithEvents, which takes no other payload.
  return rows.map(({ payload }) => payload as unknown as NetdiskEvent);
}

/** One person who works in a drive through the real operations. */
export interface Person {
  actor: Actor;
  upload(
    name: string,
    content?: string | Uint8Array,
    place?: { parentId?: string; onConflict?: OnConflict },
  ): Promise<Entry>;
  createFolder(name: string, parentId?: string): Promise<Entry>;
}

export async function buildPerson(drive: TestDrive, { quotaBytes = 1_000_000_000 } = {}): Promise<Person> {
  const actor = await buildAccount(drive.db);
  await drive.db.account.update({
    where: { id: actor.accountId },
    data: { quotaBytes: BigInt(quotaBytes) },
  });
  return {
    actor,
    async upload(name, content = `content of ${name}`, { parentId = 'root', onConflict = 'fail' } = {}) {
      const source = bytesOf(content);
      const saved = await uploadFile(drive, actor, { parentId, name, onConflict, source });
      return saved.entry;
    },
    createFolder(name, parentId = 'root') {
      const input: CreateEntryInput = { kind: 'folder', name, parentId, onConflict: 'fail' };
      return createEntry(drive, actor, input);
    },
  };
}

/** A body, in small pieces as from a network. */
export async function* bytesOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let start = 0; start < bytes.length; start += 1_000) yield bytes.subarray(start, start + 1_000);
}
