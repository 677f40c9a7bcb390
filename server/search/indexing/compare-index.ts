import type { Database } from '@/server/database/client';
import type { FileDocument, IndexedState, SearchIndex } from '../search-index';
import { type CurrentEntry, readCurrentEntries, streamCurrentEntries } from './file-document';

/**
 * `missing`: a living entry without a document. `ghost`: a document without a living entry. `stale` and `ahead`: an
 * older or newer revision than the row's. `different`: the right revision, another content.
 */
type DifferenceKind = 'missing' | 'ghost' | 'stale' | 'ahead' | 'different';

export interface Difference {
  kind: DifferenceKind;
  entryId: string;
  ownerId: string;
  /** Of the document; 0 where there is none. */
  revision: number;
}

export interface Comparison {
  /** Documents of living entries that the index holds. */
  documents: number;
  /** Entries whose latest change the index is not known to show yet: late and not wrong, the delta answers. */
  pending: number;
  differences: Record<DifferenceKind, number>;
}

const PAGE_SIZE = 2_000;

/**
 * Compares the index with the database completely, both read in the order of ids, a page at a time, so that memory
 * stays flat. What differs is looked at a second time: people go on working meanwhile.
 */
export async function compareIndex(
  { db, searchIndex }: { db: Database; searchIndex: SearchIndex },
  onDifferences: (differences: Difference[]) => Promise<void> | void,
): Promise<Comparison> {
  const comparison: Comparison = {
    documents: 0,
    pending: 0,
    differences: { missing: 0, ghost: 0, stale: 0, ahead: 0, different: 0 },
  };
  await searchIndex.makeVisible();
  let suspects: string[] = [];
  for await (const { entry, state } of joinById(streamEntries(db), searchIndex.scan())) {
    if (state && !state.removed) comparison.documents += 1;
    if (entry?.pending) comparison.pending += 1;
    if (findDifference(entry, state)) suspects.push(entry?.entryId ?? state?.entryId ?? '');
    if (suspects.length >= PAGE_SIZE) {
      await report(suspects);
      suspects = [];
    }
  }
  await report(suspects);
  return comparison;

  async function report(entryIds: string[]): Promise<void> {
    const confirmed = await lookAgain({ db, searchIndex }, entryIds);
    for (const { kind } of confirmed) comparison.differences[kind] += 1;
    if (confirmed.length > 0) await onDifferences(confirmed);
  }
}

async function lookAgain(
  { db, searchIndex }: { db: Database; searchIndex: SearchIndex },
  entryIds: string[],
): Promise<Difference[]> {
  if (entryIds.length === 0) return [];
  // The index first: a row read after it can only be newer, and then it is pending.
  await searchIndex.makeVisible();
  const states = new Map((await searchIndex.read(entryIds)).map((state) => [state.entryId, state]));
  const entries = await readCurrentEntries(db, entryIds);
  return entryIds.flatMap((id) => findDifference(entries.get(id), states.get(id)) ?? []);
}

function findDifference(entry: CurrentEntry | undefined, state: IndexedState | undefined): Difference | null {
  if (entry?.pending) return null;
  const shown = state && !state.removed ? state : null;
  if (!entry?.live) return shown && difference('ghost', shown, entry);
  if (!shown) return difference('missing', state, entry);
  if (shown.revision < entry.revision) return difference('stale', shown, entry);
  if (shown.revision > entry.revision) return difference('ahead', shown, entry);
  return contentOf(shown.document) === contentOf(entry) ? null : difference('different', shown, entry);
}

function difference(
  kind: DifferenceKind,
  state: IndexedState | undefined,
  entry: CurrentEntry | undefined,
): Difference {
  const document = state && !state.removed ? state.document : undefined;
  return {
    kind,
    entryId: entry?.entryId ?? state?.entryId ?? '',
    ownerId: entry?.ownerId ?? document?.ownerId ?? '',
    revision: state?.revision ?? 0,
  };
}

function contentOf(document: FileDocument): string {
  const { ownerId, kind, name, extension, mimeType, sizeBytes, updatedAt, starred, ancestorIds } = document;
  return JSON.stringify([
    ownerId,
    kind,
    name,
    extension,
    mimeType,
    sizeBytes,
    updatedAt.getTime(),
    starred,
    ancestorIds,
  ]);
}

async function* streamEntries(db: Database): AsyncGenerator<CurrentEntry> {
  const everything = { pageSize: PAGE_SIZE, removedSince: new Date(0) };
  for await (const page of streamCurrentEntries(db, everything)) yield* page;
}

async function* joinById(
  entries: AsyncIterable<CurrentEntry>,
  states: AsyncIterable<IndexedState>,
): AsyncGenerator<{ entry?: CurrentEntry; state?: IndexedState }> {
  const [left, right] = [entries[Symbol.asyncIterator](), states[Symbol.asyncIterator]()];
  let [entry, state] = [await left.next(), await right.next()];
  while (!entry.done || !state.done) {
    const entryId = entry.done ? null : entry.value.entryId;
    const stateId = state.done ? null : state.value.entryId;
    const takesEntry = entryId !== null && (stateId === null || entryId <= stateId);
    const takesState = stateId !== null && (entryId === null || stateId <= entryId);
    yield {
      ...(takesEntry && !entry.done ? { entry: entry.value } : {}),
      ...(takesState && !state.done ? { state: state.value } : {}),
    };
    if (takesEntry) entry = await left.next();
    if (takesState) state = await right.next();
  }
}
