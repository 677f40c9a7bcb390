import { randomUUID } from 'node:crypto';
import type { EntryEvent, NetdiskEvent } from '@/contracts/events';
import type { IncomingMessage } from '@/server/queue/queue';

/** An event about an entry that need not exist. */
export function buildEntryEvent(
  userFileId: string,
  { type = 'entry.saved', revision = 1 }: { type?: EntryEvent['type']; revision?: number } = {},
): EntryEvent {
  return {
    type,
    userFileId,
    userId: 'nobody',
    revision,
    fileName: `${userFileId}.txt`,
    extendName: 'txt',
    isDir: 0,
  };
}

/** An event about a share that need not exist. */
export function buildShareEvent(shareBatchNum: string, endTime: Date): NetdiskEvent {
  return { type: 'share.expiry-scheduled', shareBatchNum, generation: 1, endTime: endTime.toISOString() };
}

/** A message about an entry that is there, as the indexer gets it. */
export function buildEntryMessage(
  entry: { id: string; ownerId: string; revision: bigint },
  type: EntryEvent['type'] = 'entry.saved',
) {
  return {
    messageId: randomUUID(),
    attempt: 0,
    event: {
      type,
      userFileId: entry.id,
      userId: entry.ownerId,
      revision: Number(entry.revision),
      fileName: '',
      extendName: '',
      isDir: 0,
    },
  } satisfies IncomingMessage;
}
