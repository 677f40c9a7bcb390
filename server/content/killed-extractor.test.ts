import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { waitUntil } from '@/tests/wait-until';
import { COPY_PREFIX, removeLeftoverCopies } from './process/remove-leftover-copies';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'netdisk-killed-extractor-'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

test('what reads a file ends with the process that had it read, even by kill -9', async () => {
  // Opening it to read waits for a writer that never comes.
  const endless = path.join(folder, 'endless');
  execFileSync('mkfifo', [endless]);
  const program = `
    import { runExtraction } from ${JSON.stringify(path.resolve(import.meta.dirname, 'run-extraction.ts'))};
    void runExtraction(${JSON.stringify(endless)}, 'html', { milliseconds: 600000, memoryMib: 64, characters: 10 });`;
  const extractor = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    stdio: 'ignore',
    cwd: path.resolve(import.meta.dirname, '../..'),
  });
  const reader = await waitUntil('a reader runs', async () => readerOf(endless));
  extractor.kill('SIGKILL');
  await once(extractor, 'exit');
  await waitUntil('the reader is gone', async () => readerOf(endless) !== reader);
});

/** The number of the process that was told to read the file. */
function readerOf(file: string): number | undefined {
  const processes = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  const reader = processes.find((line) => line.includes(`extraction-process.ts ${file}`));
  return reader === undefined ? undefined : Number.parseInt(reader, 10);
}

test('copies of killed processes are removed, those of running ones are kept', async () => {
  vi.stubEnv('TMPDIR', folder);
  const kept = `${COPY_PREFIX}${process.pid}-abcdef`;
  const ended = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(ended, 'exit');
  for (const name of [kept, `${COPY_PREFIX}${ended.pid}-abcdef`, 'of-somebody-else']) {
    await mkdir(path.join(folder, name));
  }
  expect(await removeLeftoverCopies()).toBe(1);
  expect((await readdir(folder)).filter((name) => name !== 'endless').sort()).toEqual([
    kept,
    'of-somebody-else',
  ]);
});
