import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { COPY_PREFIX } from './remove-leftover-copies';

/** Hands over the path of a copy on the local disk, which a process of its own can read, and removes it. */
export async function withCopy<Result>(
  bytes: Readable,
  use: (file: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), `${COPY_PREFIX}${process.pid}-`));
  try {
    const copy = path.join(folder, 'file');
    await pipeline(bytes, createWriteStream(copy));
    return await use(copy);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
