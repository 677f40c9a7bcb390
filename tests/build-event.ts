import type { EntryEvent, NetdiskEvent } from '@/contracts/events';

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
