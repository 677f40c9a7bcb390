import { z } from 'zod';

// Schemas here only grow: a message written by an older version may still stand in a queue.

/** The user-file info of the seed. The consumer re-reads the row; only the id and the revision decide. */
const userFile = z.object({
  userFileId: z.string(),
  userId: z.string(),
  revision: z.int(),
  fileName: z.string(),
  extendName: z.string(),
  isDir: z.union([z.literal(0), z.literal(1)]),
});

/** An entry is to be found (uploaded, created, renamed, moved, restored): `key.file.save`. */
export const entrySaved = userFile.extend({ type: z.literal('entry.saved') });

/** An entry is no longer to be found (trashed, purged): `key.file.remove`. */
export const entryRemoved = userFile.extend({ type: z.literal('entry.removed') });

/** A share ends at `endTime`, unless it was rescheduled since (another generation): `key.file.dead.letter`. */
const shareExpiryScheduled = z.object({
  type: z.literal('share.expiry-scheduled'),
  shareBatchNum: z.string(),
  generation: z.int(),
  endTime: z.iso.datetime(),
});

/** Bytes that were not here before are to be read for search: `key.file.extract`. */
const contentExtractionRequested = z.object({
  type: z.literal('content.extraction-requested'),
  sha256: z.string(),
  /** Of the file they came as; it says how to read them. */
  extension: z.string(),
});

/** A picture that was not here before is to be made a thumbnail of: `key.file.thumbnail`. */
const contentThumbnailRequested = z.object({
  type: z.literal('content.thumbnail-requested'),
  sha256: z.string(),
});

/** What an operation tells the rest of the system, through the outbox and nothing else. */
export const netdiskEvent = z.discriminatedUnion('type', [
  entrySaved,
  entryRemoved,
  shareExpiryScheduled,
  contentExtractionRequested,
  contentThumbnailRequested,
]);
export type NetdiskEvent = z.infer<typeof netdiskEvent>;
export type EntryEvent = z.infer<typeof entrySaved> | z.infer<typeof entryRemoved>;

/** Whether an event is for the indexer. */
export function isEntryEvent(event: NetdiskEvent): event is EntryEvent {
  return event.type === 'entry.saved' || event.type === 'entry.removed';
}

/** What the browser hears over server-sent events, and PostgreSQL carries between processes. */
export const liveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('entry.changed'), ownerId: z.string(), parentIds: z.array(z.string()) }),
  z.object({ type: z.literal('entry.indexed'), ownerId: z.string() }),
  z.object({ type: z.literal('share.changed'), ownerId: z.string(), shareBatchNum: z.string() }),
  z.object({ type: z.literal('share.ending'), ownerId: z.string(), shareBatchNum: z.string() }),
  z.object({ type: z.literal('share.expired'), ownerId: z.string(), shareBatchNum: z.string() }),
]);
export type LiveEvent = z.infer<typeof liveEvent>;
