import { expect, test } from 'vitest';
import { readDropped, readPicked } from './read-dropped';

test('files and nested folders are read with the folders they lie in', async () => {
  const dropped = await drop([
    buildFile('a.txt'),
    buildFolder('photos', [buildFile('b.jpg'), buildFolder('2026', [buildFile('c.jpg')])]),
  ]);
  expect(dropped.files.map(({ file, folders }) => [...folders, file.name].join('/'))).toEqual([
    'a.txt',
    'photos/b.jpg',
    'photos/2026/c.jpg',
  ]);
});

test('a folder of more than a hundred files is read to its end', async () => {
  const files = Array.from({ length: 250 }, (_, index) => buildFile(`${index}.txt`));
  expect((await drop([buildFolder('many', files)])).files).toHaveLength(250);
});

test('folders that hold nothing are kept', async () => {
  const dropped = await drop([buildFolder('outer', [buildFolder('empty', []), buildFile('x')])]);
  expect(dropped.emptyFolders).toEqual([['outer', 'empty']]);
});

test('dropped text is no file', async () => {
  const text = { kind: 'string', webkitGetAsEntry: () => null, getAsFile: () => null };
  expect(await readDropped([text])).toEqual({ files: [], emptyFolders: [] });
});

test('a file that is in no file system is taken as it is', async () => {
  const item = { kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => new File(['x'], 'made.txt') };
  expect((await readDropped([item])).files.map(({ file }) => file.name)).toEqual(['made.txt']);
});

test('a file that cannot be read is an error, not a silent gap', async () => {
  const broken = buildEntry('gone.txt', {
    isFile: true,
    file: (_ok: unknown, fail: (error: Error) => void) => fail(new Error('NotFoundError')),
  });
  await expect(drop([broken])).rejects.toThrow('NotFoundError');
});

test('picked files of a folder name the folders they lie in', () => {
  const file = Object.defineProperty(new File(['x'], 'b.jpg'), 'webkitRelativePath', {
    value: 'photos/2026/b.jpg',
  });
  expect(readPicked([file])[0]?.folders).toEqual(['photos', '2026']);
});

function drop(entries: FileSystemEntry[]) {
  return readDropped(
    entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry, getAsFile: () => null })),
  );
}

function buildFile(name: string): FileSystemEntry {
  return buildEntry(name, { isFile: true, file: (ok: (file: File) => void) => ok(new File(['x'], name)) });
}

/** Hands its children out a hundred at a time, as Chromium does. */
function buildFolder(name: string, children: FileSystemEntry[]): FileSystemEntry {
  const createReader = () => {
    let given = 0;
    return {
      readEntries(ok: (entries: FileSystemEntry[]) => void) {
        ok(children.slice(given, given + 100));
        given += 100;
      },
    };
  };
  return buildEntry(name, { isDirectory: true, createReader });
}

function buildEntry(name: string, more: object): FileSystemEntry {
  const base = { name, fullPath: `/${name}`, isFile: false, isDirectory: false };
  // The browser's own classes do not exist here; these have every member the reader uses.
  return { ...base, ...more } as unknown as FileSystemEntry;
}
