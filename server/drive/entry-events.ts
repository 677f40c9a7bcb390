import type { EntryEvent, LiveEvent } from '@/contracts/events';
import type { Actor } from '@/server/accounts/actor';
import { ROOT } from './owned-entry';
import type { ChangedRow } from './tree/entry-row';

/** PostgreSQL refuses a notification of 8,000 bytes or more, and with it the whole transaction. */
const IDS_PER_NOTIFICATION = 150;

/** For entries that are to be found: created, renamed, moved, restored, changed. */
export function savedEvents(rows: ChangedRow[]): EntryEvent[] {
  return rows.map((row) => ({ type: 'entry.saved', ...userFile(row) }));
}

/** For entries that are no longer to be found: trashed, purged. */
export function removedEvents(rows: ChangedRow[]): EntryEvent[] {
  return rows.map((row) => ({ type: 'entry.removed', ...userFile(row) }));
}

/** For entries that are to be indexed as they are now, found or not. */
export function currentEvents(rows: (ChangedRow & { live: boolean })[]): EntryEvent[] {
  return [
    ...savedEvents(rows.filter(({ live }) => live)),
    ...removedEvents(rows.filter(({ live }) => !live)),
  ];
}

/** Tells open pages which folders look different now. */
export function changedFolders(
  actor: Pick<Actor, 'accountId' | 'rootId'>,
  folderIds: Iterable<string | null>,
): LiveEvent[] {
  const known = [...new Set(folderIds)].filter((id) => id !== null);
  const parentIds = known.map((id) => (id === actor.rootId ? ROOT : id));
  const events: LiveEvent[] = [];
  for (let start = 0; start < parentIds.length; start += IDS_PER_NOTIFICATION) {
    events.push({
      type: 'entry.changed',
      ownerId: actor.accountId,
      parentIds: parentIds.slice(start, start + IDS_PER_NOTIFICATION),
    });
  }
  return events;
}

function userFile(row: ChangedRow) {
  return {
    userFileId: row.id,
    userId: row.ownerId,
    revision: Number(row.revision),
    fileName: row.name,
    extendName: row.extension,
    isDir: row.kind === 'folder' ? 1 : 0,
  } as const;
}
