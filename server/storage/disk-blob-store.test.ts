import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { describeBlobStore } from './blob-store.contract';
import { createDiskBlobStore } from './disk-blob-store';

const run = promisify(execFile);

async function openFolder() {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'netdisk-blobs-'));
  const staging = path.join(dataDir, 'staging');
  return {
    dataDir,
    staging,
    store: createDiskBlobStore({ dataDir }),
    listStaged: () => readdir(staging),
    dispose: () => rm(dataDir, { recursive: true, force: true }),
  };
}

describeBlobStore('a local folder', openFolder);

async function inFolder(use: (folder: Awaited<ReturnType<typeof openFolder>>) => Promise<void>) {
  const folder = await openFolder();
  try {
    await use(folder);
  } finally {
    await folder.dispose();
  }
}

async function* zeros(chunks: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < chunks; index += 1) yield new Uint8Array(64 * 1024);
}

test('a disk that takes no more leaves nothing behind and is not called the fault of the sender', async () => {
  await inFolder(async ({ dataDir, listStaged }) => {
    // The operating system itself refuses to let a file of this process grow past 100 KiB.
    const script = `
      import { createDiskBlobStore } from './server/storage/disk-blob-store';
      async function* zeros() { for (let n = 0; n < 10; n += 1) yield new Uint8Array(64 * 1024); }
      createDiskBlobStore({ dataDir: process.argv[1] }).stage(zeros(), { maxBytes: 1e9 })
        .then(() => console.log('stored'), (error) => console.log(error.code, error.cause.code));`;
    const { stdout } = await run('bash', [
      '-c',
      'ulimit -f 100 && exec node --import tsx --input-type=module -e "$1" "$2"',
      'bash',
      script,
      dataDir,
    ]);
    expect(stdout.trim()).toBe('unavailable EFBIG');
    expect(await listStaged()).toEqual([]);
  });
});

test('a blob lies under its own hash, two folders down', async () => {
  await inFolder(async ({ dataDir, store }) => {
    const staged = await store.stage(zeros(1), { maxBytes: 1e9 });
    await store.place(staged);
    const { sha256 } = staged;
    const folder = path.join(dataDir, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4));
    expect(await readdir(folder)).toEqual([sha256]);
  });
});

test('receiving and reading 512 MiB takes no more memory than receiving 32 MiB', async () => {
  await inFolder(async ({ store }) => {
    const peakOf = async (chunks: number) => {
      let peak = 0;
      async function* watched() {
        for await (const chunk of zeros(chunks)) {
          peak = Math.max(peak, process.memoryUsage().arrayBuffers);
          yield chunk;
        }
      }
      const staged = await store.stage(watched(), { maxBytes: 1e9 });
      await store.place(staged);
      for await (const _ of await store.open(staged.sha256)) {
        peak = Math.max(peak, process.memoryUsage().arrayBuffers);
      }
      return peak;
    };
    const small = await peakOf(512);
    expect(await peakOf(8_192)).toBeLessThan(small + 64 * 1024 * 1024);
  });
});

test('no file stays open: after an end, a stop half-way and a failure', async () => {
  await inFolder(async ({ store }) => {
    const staged = await store.stage(zeros(64), { maxBytes: 1e9 });
    await store.place(staged);
    const openFiles = async () => (await readdir('/dev/fd')).length;
    const before = await openFiles();
    for (let round = 0; round < 50; round += 1) {
      for await (const _ of await store.open(staged.sha256)) if (round % 2) break;
      await expect(store.stage(zeros(2), { maxBytes: 1 })).rejects.toThrow();
    }
    expect(await openFiles()).toBeLessThanOrEqual(before + 1);
  });
});

test('a data folder that is a file is named, with the remedy', async () => {
  await inFolder(async ({ dataDir }) => {
    const file = path.join(dataDir, 'file');
    await writeFile(file, '');
    const store = createDiskBlobStore({ dataDir: path.join(file, 'data') });
    await expect(store.checkHealth()).rejects.toThrow(/Set DATA_DIR/);
  });
});
