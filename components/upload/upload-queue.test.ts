import { expect, test } from 'vitest';
import type { Entry } from '@/contracts/entries';
import { ApiError } from '../call-api';
import { pendingConflict, uploadTotals } from './upload-items';
import { createUploadQueue, type UploadTransport } from './upload-queue';

const target = { parentId: 'root', parentName: 'Files' };

test('at most three uploads run at a time, in the order they came', async () => {
  const { queue, sent, finish } = buildQueue();
  queue.add(target, buildFiles(5));
  await settled();
  expect(sent).toEqual(['0.txt', '1.txt', '2.txt']);
  finish('1.txt');
  await settled();
  expect(sent).toEqual(['0.txt', '1.txt', '2.txt', '3.txt']);
});

test('what is stored is done, and its folder is named once', async () => {
  const { queue, finish } = buildQueue();
  queue.add(target, buildFiles(2));
  await settled();
  finish('0.txt');
  finish('1.txt');
  await settled();
  expect(states(queue)).toEqual(['done', 'done']);
  expect(queue.store.getState().storedIn).toEqual(['root']);
});

test('a taken name asks once, and the answer holds for the whole batch', async () => {
  const { queue, sent, fail, places } = buildQueue();
  queue.add(target, buildFiles(2));
  await settled();
  fail('0.txt', 'name_taken');
  await settled();
  const question = pendingConflict(queue.store.getState().items);
  expect(question?.items.map((item) => item.name)).toEqual(['0.txt']);

  queue.resolveConflicts(question?.batch ?? 0, 'replace');
  await settled();
  expect(places.get('0.txt')).toBe('replace');

  fail('1.txt', 'name_taken');
  await settled();
  expect(pendingConflict(queue.store.getState().items)).toBeNull();
  expect(places.get('1.txt')).toBe('replace');
  expect(sent).toEqual(['0.txt', '1.txt', '0.txt', '1.txt']);
});

test('a name that the folder is known to hold asks before any byte is sent', async () => {
  const { queue, sent, places } = buildQueue();
  queue.add({ ...target, holdsName: (name) => name === '0.txt' }, buildFiles(2));
  await settled();
  expect(sent).toEqual(['1.txt']);
  queue.resolveConflicts(1, 'rename');
  await settled();
  expect(places.get('0.txt')).toBe('rename');
});

test('skipped files are not sent again and count as neither done nor failed', async () => {
  const { queue, fail, sent } = buildQueue();
  queue.add(target, buildFiles(1));
  await settled();
  fail('0.txt', 'name_taken');
  await settled();
  queue.resolveConflicts(1, 'skip');
  await settled();
  expect(states(queue)).toEqual(['skipped']);
  expect(sent).toHaveLength(1);
  expect(uploadTotals(queue.store.getState().items)).toMatchObject({ count: 0, done: 0, failed: 0 });
});

test('an answer of one batch does not reach another', async () => {
  const { queue, fail } = buildQueue();
  queue.add(target, buildFiles(1));
  await settled();
  fail('0.txt', 'name_taken');
  await settled();
  queue.resolveConflicts(1, 'rename');
  queue.add(target, [{ file: new File(['x'], 'later.txt'), folders: [] }]);
  await settled();
  fail('later.txt', 'name_taken');
  await settled();
  expect(pendingConflict(queue.store.getState().items)?.batch).toBe(2);
});

test('a failed upload keeps its error, frees its place and can be tried again', async () => {
  const { queue, fail, finish, sent } = buildQueue();
  queue.add(target, buildFiles(4));
  await settled();
  fail('0.txt', 'quota_exceeded');
  await settled();
  expect(sent).toContain('3.txt');
  const failed = queue.store.getState().items[0];
  expect(failed?.error).toMatchObject({ code: 'quota_exceeded' });
  for (const name of ['1.txt', '2.txt', '3.txt']) finish(name);
  queue.retry([failed?.id ?? 0]);
  await settled();
  finish('0.txt');
  await settled();
  expect(states(queue)).toEqual(['done', 'done', 'done', 'done']);
});

test('a cancelled upload is stopped, leaves the list, and the next one starts', async () => {
  const { queue, sent, aborted } = buildQueue();
  queue.add(target, buildFiles(4));
  await settled();
  queue.cancel([queue.store.getState().items[0]?.id ?? 0]);
  await settled();
  expect(aborted).toEqual(['0.txt']);
  expect(sent).toContain('3.txt');
  expect(queue.store.getState().items).toHaveLength(3);
});

test('files of one dropped folder ask for that folder once', async () => {
  const { queue, opened, sent } = buildQueue();
  queue.add(
    target,
    buildFiles(3).map(({ file }) => ({ file, folders: ['photos', '2026'] })),
  );
  await settled();
  expect(opened).toEqual(['root/photos', 'root/photos/2026']);
  expect(sent).toHaveLength(3);
});

test('an empty folder is made too', async () => {
  const { queue, opened } = buildQueue();
  queue.add(target, [], [['photos', 'empty']]);
  await settled();
  expect(opened).toEqual(['root/photos', 'root/photos/empty']);
  expect(states(queue)).toEqual(['done']);
});

test('the totals weigh uploads by their bytes', () => {
  const base = { batch: 1, file: null, target, folders: [], onConflict: 'fail' as const, error: null };
  const items = [
    { ...base, id: 1, name: 'a', size: 300, loaded: 300, state: 'done' as const },
    { ...base, id: 2, name: 'b', size: 100, loaded: 0, state: 'uploading' as const },
  ];
  expect(uploadTotals(items)).toEqual({ count: 2, active: 1, done: 1, failed: 0, share: 0.75 });
});

function states(queue: ReturnType<typeof createUploadQueue>) {
  return queue.store.getState().items.map((item) => item.state);
}

function buildFiles(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    file: new File(['xx'], `${index}.txt`),
    folders: [],
  }));
}

/** Lets everything that is already resolved run. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A queue whose sends wait until the test ends them. */
function buildQueue() {
  const sent: string[] = [];
  const aborted: string[] = [];
  const opened: string[] = [];
  const places = new Map<string, string>();
  const open = new Map<string, { resolve(entry: Entry): void; reject(error: Error): void }>();
  const transport: UploadTransport = {
    async openFolder(parentId, name) {
      opened.push(`${parentId}/${name}`);
      return `${parentId}/${name}`;
    },
    sendFile(_file, place, _onProgress, signal) {
      sent.push(place.name);
      places.set(place.name, place.onConflict);
      return new Promise((resolve, reject) => {
        open.set(place.name, { resolve, reject });
        signal.addEventListener('abort', () => {
          aborted.push(place.name);
          reject(new DOMException('Cancelled', 'AbortError'));
        });
      });
    },
  };
  return {
    queue: createUploadQueue(transport),
    sent,
    aborted,
    opened,
    places,
    finish: (name: string) => open.get(name)?.resolve(buildEntry(name)),
    fail: (name: string, code: 'name_taken' | 'quota_exceeded') =>
      open.get(name)?.reject(new ApiError(code, code, { status: 409 })),
  };
}

function buildEntry(name: string): Entry {
  const at = '2026-11-23T10:00:00.000Z';
  return {
    id: name,
    parentId: 'root',
    kind: 'file',
    name,
    extension: 'txt',
    mimeType: 'text/plain',
    size: 2,
    sha256: null,
    revision: 1,
    createdAt: at,
    updatedAt: at,
    trashedAt: null,
    starred: false,
    path: [],
    indexed: true,
  };
}
