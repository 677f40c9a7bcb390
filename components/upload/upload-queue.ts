import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Entry } from '@/contracts/entries';
import { ApiError } from '../call-api';
import { createFolderOpener } from './open-folder-path';
import {
  type ConflictChoice,
  type DroppedFile,
  isActive,
  type UploadItem,
  type UploadState,
  type UploadTarget,
} from './upload-items';

/** How the queue reaches the drive; the browser's is `uploadTransport`. */
export interface UploadTransport {
  /** The id of the folder of that name, made when it is not there. */
  openFolder(parentId: string, name: string): Promise<string>;
  /** Sends the bytes. @throws {ApiError} `name_taken` and all the other refusals. */
  sendFile(
    file: File,
    place: { parentId: string; name: string; onConflict: 'fail' | 'rename' | 'replace' },
    onProgress: (loadedBytes: number) => void,
    signal: AbortSignal,
  ): Promise<Entry>;
}

export interface UploadQueue {
  store: StoreApi<UploadState>;
  /** Takes files (and folders that hold none) and starts as soon as there is room. */
  add(target: UploadTarget, files: DroppedFile[], emptyFolders?: string[][]): void;
  /** Stops what runs, forgets what waits. */
  cancel(ids: number[]): void;
  retry(ids: number[]): void;
  /** Answers the question about taken names, for all of a batch: those that ask now and those to come. */
  resolveConflicts(batch: number, choice: ConflictChoice): void;
  /** Takes what has ended off the list. */
  clearEnded(): void;
}

/** More at once makes none of them faster, and starves the other requests of the page. */
const MAX_AT_ONCE = 3;
/** Progress is shown at most this often; events come far more often. */
const PROGRESS_MS = 100;

/** The uploads of this window: a queue of at most three at a time that outlives the pages it is shown on. */
export function createUploadQueue(transport: UploadTransport): UploadQueue {
  const store = createStore<UploadState>(() => ({ items: [], storedIn: [] }));
  const running = new Map<number, AbortController>();
  const choices = new Map<number, ConflictChoice>();
  const openPath = createFolderOpener(transport.openFolder);
  const progress = createProgressBuffer((loaded) => {
    store.setState(({ items }) => ({
      items: items.map((item) => ({ ...item, loaded: loaded.get(item.id) ?? item.loaded })),
    }));
  });
  let lastId = 0;
  let lastBatch = 0;

  function change(ids: number[], patch: Partial<UploadItem>): void {
    const chosen = new Set(ids);
    store.setState(({ items }) => ({
      items: items.map((item) => (chosen.has(item.id) ? { ...item, ...patch } : item)),
    }));
  }

  function startNext(): void {
    for (const item of store.getState().items) {
      if (running.size >= MAX_AT_ONCE) return;
      if (item.state === 'waiting') void run(item);
    }
  }

  async function run(item: UploadItem): Promise<void> {
    const abort = new AbortController();
    running.set(item.id, abort);
    change([item.id], { state: 'uploading', loaded: 0, error: null });
    try {
      const parentId = await openPath(item.batch, item.target.parentId, item.folders);
      abort.signal.throwIfAborted();
      if (item.file) {
        if (isKnownConflict(item)) throw new ApiError('name_taken', 'The name is taken.', { status: 409 });
        const place = { parentId, name: item.name, onConflict: item.onConflict };
        await transport.sendFile(item.file, place, (loaded) => progress.note(item.id, loaded), abort.signal);
      }
      progress.forget(item.id);
      change([item.id], { state: 'done', loaded: item.size });
      const touched = item.folders.length > 0 ? [item.target.parentId, parentId] : [parentId];
      store.setState(({ storedIn }) => ({ storedIn: [...new Set([...storedIn, ...touched])] }));
    } catch (error) {
      progress.forget(item.id);
      if (!abort.signal.aborted) change([item.id], afterFailure(item, error));
    } finally {
      running.delete(item.id);
      startNext();
    }
  }

  function afterFailure(item: UploadItem, error: unknown): Partial<UploadItem> {
    const code = error instanceof ApiError ? error.code : 'internal';
    if (code === 'name_taken' && item.onConflict === 'fail') {
      const choice = choices.get(item.batch);
      return choice ? afterChoice(choice) : { state: 'conflict', loaded: 0 };
    }
    return { state: 'failed', loaded: 0, error };
  }

  return {
    store,
    add(target, files, emptyFolders = []) {
      lastBatch += 1;
      const batch = lastBatch;
      const make = (name: string, folders: string[], file: File | null): UploadItem => {
        lastId += 1;
        const size = file?.size ?? 0;
        return { id: lastId, batch, name, folders, file, size, target, ...NEW_ITEM };
      };
      const items = [
        ...files.map(({ file, folders }) => make(file.name, folders, file)),
        ...emptyFolders.map((folders) => make(folders.at(-1) ?? '', folders, null)),
      ];
      store.setState((state) => ({ items: [...state.items, ...items] }));
      startNext();
    },
    cancel(ids) {
      for (const id of ids) running.get(id)?.abort();
      const gone = new Set(ids);
      store.setState(({ items }) => ({ items: items.filter((item) => !gone.has(item.id)) }));
    },
    retry(ids) {
      change(ids, { state: 'waiting', error: null });
      startNext();
    },
    resolveConflicts(batch, choice) {
      choices.set(batch, choice);
      const asking = store
        .getState()
        .items.filter((item) => item.batch === batch && item.state === 'conflict');
      change(
        asking.map((item) => item.id),
        afterChoice(choice),
      );
      startNext();
    },
    clearEnded() {
      store.setState(({ items }) => ({ items: items.filter(isActive) }));
    },
  };
}

const NEW_ITEM = { state: 'waiting', loaded: 0, error: null, onConflict: 'fail' } as const;

function isKnownConflict(item: UploadItem): boolean {
  const liesInTarget = item.folders.length === 0;
  return liesInTarget && item.onConflict === 'fail' && item.target.holdsName?.(item.name) === true;
}

function afterChoice(choice: ConflictChoice): Partial<UploadItem> {
  return choice === 'skip' ? { state: 'skipped' } : { state: 'waiting', onConflict: choice };
}

/** Gathers progress and hands it on ten times a second. */
function createProgressBuffer(flush: (loaded: Map<number, number>) => void) {
  let pending = new Map<number, number>();
  let isScheduled = false;
  return {
    note(id: number, loaded: number): void {
      pending.set(id, loaded);
      if (isScheduled) return;
      isScheduled = true;
      setTimeout(() => {
        isScheduled = false;
        const now = pending;
        pending = new Map();
        flush(now);
      }, PROGRESS_MS);
    },
    forget(id: number): void {
      pending.delete(id);
    },
  };
}
