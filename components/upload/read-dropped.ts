import type { DroppedFile } from './upload-items';

/** What a drop held: files with the folders they lie in, and the folders that hold no file at all. */
export interface Dropped {
  files: DroppedFile[];
  emptyFolders: string[][];
}

type DroppedItem = Pick<DataTransferItem, 'kind' | 'webkitGetAsEntry' | 'getAsFile'>;

/**
 * Reads a drop of files and folders. Call it in the drop event itself and await the answer after: the browser empties
 * the list of items as soon as the event is over.
 */
export function readDropped(items: Iterable<DroppedItem>): Promise<Dropped> {
  const sources = [...items]
    .filter((item) => item.kind === 'file')
    // Files that a script put into the drag are in no file system and have no entry.
    .map((item) => item.webkitGetAsEntry() ?? item.getAsFile())
    .filter((source) => source !== null);
  return readSources(sources);
}

async function readSources(sources: (FileSystemEntry | File)[]): Promise<Dropped> {
  const dropped: Dropped = { files: [], emptyFolders: [] };
  for (const source of sources) {
    if (source instanceof File) dropped.files.push({ file: source, folders: [] });
    else await readEntry(source, [], dropped);
  }
  return dropped;
}

async function readEntry(entry: FileSystemEntry, folders: string[], into: Dropped): Promise<void> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    into.files.push({ file, folders });
    return;
  }
  if (!isDirectory(entry)) return;
  const path = [...folders, entry.name];
  const children = await readDirectory(entry);
  if (children.length === 0) into.emptyFolders.push(path);
  for (const child of children) await readEntry(child, path, into);
}

/** `readEntries` gives at most 100 at a time; only an empty answer is the end. */
async function readDirectory(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** The files of a picker; those of a folder picker name the folders they lie in. */
export function readPicked(files: Iterable<File>): DroppedFile[] {
  return [...files].map((file) => ({ file, folders: file.webkitRelativePath.split('/').slice(0, -1) }));
}
