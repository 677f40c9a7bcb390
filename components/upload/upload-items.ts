/** Where an upload goes: a folder by id ('root' is the top), and its name for people. */
export interface UploadTarget {
  parentId: string;
  parentName: string;
  /**
   * Whether the folder is known to hold this name already. It saves sending bytes only to hear that their name is taken;
   * the server still has the last word.
   */
  holdsName?(name: string): boolean;
}

/** A file and the folders it lies in below the target, as it was dropped or picked. */
export interface DroppedFile {
  file: File;
  folders: string[];
}

export type ConflictChoice = 'rename' | 'replace' | 'skip';

export interface UploadItem {
  id: number;
  /** What was dropped or picked together; a question about names is asked once for it. */
  batch: number;
  name: string;
  /** Bytes. */
  size: number;
  /** Bytes that have left the browser. */
  loaded: number;
  /** Null stands for a folder that holds no file. */
  file: File | null;
  target: UploadTarget;
  folders: string[];
  onConflict: 'fail' | 'rename' | 'replace';
  state: 'waiting' | 'uploading' | 'conflict' | 'done' | 'failed' | 'skipped';
  error: unknown;
}

export interface UploadState {
  items: UploadItem[];
  /** Folders that gained something since the list was last emptied by whoever shows them. */
  storedIn: string[];
}

/** Whether an upload still has something to do, or something to ask. */
export function isActive(item: UploadItem): boolean {
  return item.state === 'waiting' || item.state === 'uploading' || item.state === 'conflict';
}

export interface UploadTotals {
  count: number;
  active: number;
  done: number;
  failed: number;
  /** 0 to 1, by bytes; a file of no bytes counts as one. */
  share: number;
}

/** The sums the tray shows. Skipped files count as neither done nor failed. */
export function uploadTotals(items: UploadItem[]): UploadTotals {
  let loaded = 0;
  let size = 0;
  const totals = { count: 0, active: 0, done: 0, failed: 0 };
  for (const item of items) {
    if (item.state === 'skipped') continue;
    totals.count += 1;
    if (isActive(item)) totals.active += 1;
    if (item.state === 'done') totals.done += 1;
    if (item.state === 'failed') {
      totals.failed += 1;
      continue;
    }
    size += Math.max(1, item.size);
    loaded += item.state === 'done' ? Math.max(1, item.size) : Math.min(item.loaded, item.size);
  }
  return { ...totals, share: size === 0 ? 0 : loaded / size };
}

/** The batch whose question is to be asked now, with the files it is about. */
export function pendingConflict(items: UploadItem[]): { batch: number; items: UploadItem[] } | null {
  const first = items.find((item) => item.state === 'conflict');
  if (!first) return null;
  return {
    batch: first.batch,
    items: items.filter((item) => item.batch === first.batch && item.state === 'conflict'),
  };
}
