import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { NetdiskError, notFound } from '@/server/errors';
import type { BlobStore, ByteRange, StoredBlob } from './blob-store';

/** Larger pieces than Node's 64 KiB halve the cost of a download; one is in memory per open stream. */
const READ_CHUNK_BYTES = 256 * 1024;
const SHA256_HEX = /^[0-9a-f]{64}$/;
/** What an operating system answers when a disk, or somebody's share of it, is full. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * Blobs as files: received in `dataDir/staging`, kept as `dataDir/blobs/ab/cd/<sha256>`. Both lie on one file
 * system, so that a blob gets its name by a rename: whole, or not at all.
 */
export function createDiskBlobStore({ dataDir }: { dataDir: string }): BlobStore {
  const staging = path.join(dataDir, 'staging');
  const blobs = path.join(dataDir, 'blobs');
  const durableFolders = new Set<string>();

  function blobPath(sha256: string): string {
    if (!SHA256_HEX.test(sha256)) throw new Error('A blob is named by 64 lower-case hex digits.');
    return path.join(blobs, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  return {
    async stage(source, limits) {
      await mkdir(staging, { recursive: true });
      const stagingKey = randomUUID();
      const file = path.join(staging, stagingKey);
      const handle = await open(file, 'wx', 0o600);
      try {
        const received = await writeHashed(handle, source, limits);
        await handle.sync();
        await handle.close();
        return { ...received, stagingKey };
      } catch (cause) {
        await handle.close();
        await rm(file, { force: true });
        throw translateWriteError(cause);
      }
    },

    async place({ stagingKey, sha256 }) {
      const target = blobPath(sha256);
      const folder = path.dirname(target);
      await mkdir(folder, { recursive: true });
      await renameOnce(path.join(staging, stagingKey), target);
      await syncFolder(folder);
      // A folder made just now is durable only once its own parents are; afterwards it stays so.
      if (durableFolders.has(folder)) return;
      for (const parent of [path.dirname(folder), blobs, dataDir]) await syncFolder(parent);
      durableFolders.add(folder);
    },

    async discard({ stagingKey }) {
      await rm(path.join(staging, stagingKey), { force: true });
    },

    has: (sha256) => exists(blobPath(sha256)),

    async open(sha256, range) {
      const handle = await openOrNotFound(blobPath(sha256));
      return streamOf(handle, range);
    },

    async remove(sha256) {
      await rm(blobPath(sha256), { force: true });
    },

    list: () => listFiles(blobs),

    async sweepStaging(olderThan) {
      let removed = 0;
      for await (const file of filesIn(staging)) {
        const found = await statOrUndefined(file);
        if (!found || found.mtime >= olderThan) continue;
        await rm(file, { force: true });
        removed += 1;
      }
      return removed;
    },

    async checkHealth() {
      try {
        for (const folder of [staging, blobs]) {
          await mkdir(folder, { recursive: true });
          await access(folder, constants.R_OK | constants.W_OK);
        }
      } catch (cause) {
        throw new Error(`Files cannot be kept in ${dataDir}. Set DATA_DIR to a folder this user may write.`, {
          cause,
        });
      }
    },
  };
}

async function writeHashed(
  handle: FileHandle,
  source: AsyncIterable<Uint8Array>,
  limits: { maxBytes: number; expectedBytes?: number },
): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of received(source)) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > limits.maxBytes) {
      throw new NetdiskError('file_too_large', `A file may have ${limits.maxBytes} bytes at most.`);
    }
    if (limits.expectedBytes !== undefined && sizeBytes > limits.expectedBytes) {
      throw incomplete(`More than the declared ${limits.expectedBytes} bytes arrived.`);
    }
    hash.update(chunk);
    await writeWhole(handle, chunk);
  }
  if (limits.expectedBytes !== undefined && sizeBytes < limits.expectedBytes) {
    throw incomplete(`${sizeBytes} of the declared ${limits.expectedBytes} bytes arrived.`);
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

/** Tells a source that broke off from a disk that failed: only the first is the sender's affair. */
async function* received(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* source;
  } catch (cause) {
    if (cause instanceof NetdiskError) throw cause;
    throw incomplete('The connection broke off before the whole file arrived.', cause);
  }
}

function incomplete(what: string, cause?: unknown): NetdiskError {
  return new NetdiskError('body_incomplete', `${what} Nothing was stored: send it again.`, { cause });
}

/** One write call may take less than it was given. */
async function writeWhole(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.byteLength; ) {
    const { bytesWritten } = await handle.write(chunk, written, chunk.byteLength - written);
    written += bytesWritten;
  }
}

function translateWriteError(cause: unknown): unknown {
  if (!NO_ROOM.has(errorCode(cause) ?? '')) return cause;
  return new NetdiskError('unavailable', 'The disk of this server is full. Nothing was stored.', { cause });
}

/** A transaction that is run again places the same bytes again: then they have their name already. */
async function renameOnce(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (cause) {
    if (errorCode(cause) !== 'ENOENT' || !(await exists(to))) throw cause;
  }
}

/** Makes a rename survive a power cut. Windows opens no folders for this; NTFS journals the rename itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openOrNotFound(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') throw notFound('content');
    throw cause;
  }
}

/** Closes the file when it is read to its end, destroyed or fails. */
function streamOf(handle: FileHandle, range: ByteRange | undefined): Readable {
  return handle.createReadStream({ ...range, highWaterMark: READ_CHUNK_BYTES });
}

async function* listFiles(blobs: string): AsyncIterable<StoredBlob> {
  for await (const file of filesIn(blobs)) {
    const sha256 = path.basename(file);
    if (!SHA256_HEX.test(sha256)) continue;
    const found = await statOrUndefined(file);
    if (found) yield { sha256, modifiedAt: found.mtime };
  }
}

async function* filesIn(folder: string): AsyncIterable<string> {
  if (!(await exists(folder))) return;
  for await (const item of await opendir(folder, { recursive: true })) {
    if (item.isFile()) yield path.join(item.parentPath, item.name);
  }
}

async function exists(file: string): Promise<boolean> {
  return (await statOrUndefined(file)) !== undefined;
}

async function statOrUndefined(file: string) {
  try {
    return await stat(file);
  } catch (cause) {
    // Removed by another process since it was listed.
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
