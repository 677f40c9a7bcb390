import { isEntryEvent } from '@/contracts/events';
import { isUuid } from '@/server/database/is-uuid';
import type { HandlingOutcome, IncomingMessage } from '@/server/queue/queue';
import type { IndexChange, WriteOutcome } from '../search-index';
import { type CurrentEntry, readCurrentEntries, toChange } from './file-document';
import { markIndexed } from './mark-indexed';
import { prepareIndex } from './prepare-index';
import type { IndexingServices } from './rebuild-index';

/**
 * Brings the index to what the database holds now for the entries that messages name. A message only says where to
 * look: repeated, reordered and late ones end in the same document.
 * @returns one outcome per message; throws when the database or the engine is out of reach, which retries all.
 */
export async function indexEntries(
  services: IndexingServices,
  messages: IncomingMessage[],
): Promise<HandlingOutcome[]> {
  const { db, searchIndex, log } = services;
  const usable = messages.filter((message) => unusable(message) === null);
  const ids = [...new Set(usable.map(entryIdOf))];
  const rows = await readCurrentEntries(db, ids, { withContent: true });
  const changes = ids.flatMap((id) => changeOf(id, rows.get(id), usable));
  const written = changes.length === 0 ? [] : await searchIndex.write(changes);
  if (written.some(({ kind }) => kind === 'no index')) await prepareIndex(services);
  const outcomes = new Map(ids.map((id, position) => [id, written[position]]));
  const seen = [...rows.values()].filter(({ entryId }) => isInIndex(outcomes.get(entryId)));
  if (written.some(isInIndex)) await searchIndex.makeVisible();
  await markIndexed(db, seen);
  for (const [entryId, outcome] of outcomes) {
    if (outcome?.kind === 'rejected') log.error({ entryId, reason: outcome.reason }, 'cannot be indexed');
  }
  return messages.map((message) => {
    const reason = unusable(message);
    return reason ? { kind: 'failed', reason } : handlingOutcome(outcomes.get(entryIdOf(message)));
  });
}

function unusable({ event }: IncomingMessage): string | null {
  if (!isEntryEvent(event)) return `an indexer has no use for ${event.type}`;
  return isUuid(event.userFileId) && isUuid(event.userId) ? null : 'the message names no entry of ours';
}

function entryIdOf({ event }: IncomingMessage): string {
  return isEntryEvent(event) ? event.userFileId : '';
}

function changeOf(id: string, row: CurrentEntry | undefined, messages: IncomingMessage[]): IndexChange[] {
  if (row) return [toChange(row)];
  // No row: the entry is gone for good, and no state of it can be newer than the newest message tells.
  const events = messages.map(({ event }) => event).filter(isEntryEvent);
  const [newest] = events
    .filter(({ userFileId }) => userFileId === id)
    .sort((first, second) => second.revision - first.revision);
  return newest ? [{ kind: 'remove', entryId: id, ownerId: newest.userId, revision: newest.revision }] : [];
}

function isInIndex(outcome: WriteOutcome | undefined): boolean {
  return outcome?.kind === 'written' || outcome?.kind === 'newer';
}

function handlingOutcome(outcome: WriteOutcome | undefined): HandlingOutcome {
  switch (outcome?.kind) {
    case 'written':
    case 'newer':
      return { kind: 'done' };
    case 'rejected':
      return { kind: 'failed', reason: outcome.reason };
    case 'retry':
      return { kind: 'retry', reason: outcome.reason };
    case 'no index':
      return { kind: 'retry', reason: 'there was no index to write to; it was made' };
    case undefined:
      return { kind: 'retry', reason: 'the index gave no outcome' };
  }
}
