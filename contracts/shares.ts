import { z } from 'zod';
import { archiveQuery, entry } from './entries';
import { errorCode } from './errors';
import { inOneLine, plainText } from './plain-text';
import { cursor, optional, pageLength, withDefault } from './query-fields';
import { searchHit, searchQuery, searchResult } from './search';

/** Seed names: 0 active, 1 expired. */
export const shareStatus = z.union([z.literal(0), z.literal(1)]);

export const TEN_YEARS_SECONDS = 315_360_000;
export const MAX_MESSAGE_LENGTH = 500;
export const MAX_DOWNLOAD_LIMIT = 1_000_000;

/** Chosen by a person; compared without regard to case and width, since visitors type it from paper and chat. */
const ownCode = z.string().trim().min(4).max(32).check(inOneLine);

/** Empty: none. */
const messageText = plainText(MAX_MESSAGE_LENGTH);

/** How often a share may be downloaded, archives and saves too; null: without end. */
const downloadLimit = z.int().min(1).max(MAX_DOWNLOAD_LIMIT).nullish();

const expiry = {
  /** ISO 8601 with a zone; null: never. */
  endTime: z.iso.datetime({ offset: true }).nullish(),
  /** Counted from now by the database's clock, exact to the millisecond. */
  ttlSeconds: z.int().min(1).max(TEN_YEARS_SECONDS).optional(),
};

interface Expiry {
  endTime?: string | null | undefined;
  ttlSeconds?: number | undefined;
}

/** An end is named in one way: of two, one would be ignored. */
function namesOneEnd({ endTime, ttlSeconds }: Expiry): boolean {
  return typeof endTime !== 'string' || ttlSeconds === undefined;
}
const NAMES_TWO_ENDS = { path: ['ttlSeconds'], message: 'Give endTime or ttlSeconds, not both.' };

export const createShareInput = z
  .object({
    entryIds: z.array(z.string()).min(1).max(10_000),
    ...expiry,
    /** true: make one of four unambiguous characters. */
    extractionCode: z.union([ownCode, z.literal(true)]).optional(),
    allowDownload: z.boolean().default(true),
    downloadLimit,
    /** Shown to those who are in, and to nobody else. */
    message: messageText.nullish(),
  })
  .refine(namesOneEnd, NAMES_TWO_ENDS);
export type CreateShareInput = z.infer<typeof createShareInput>;

/** What is absent stays as it is. A new end in the future also renews a share that has ended. */
export const changeShareInput = z
  .object({
    ...expiry,
    /** null: no code any more. */
    extractionCode: z.union([ownCode, z.literal(true)]).nullish(),
    allowDownload: z.boolean().optional(),
    /** One above the downloads so far lets visitors download again. */
    downloadLimit,
    message: messageText.nullish(),
  })
  .refine(namesOneEnd, NAMES_TWO_ENDS);
export type ChangeShareInput = z.infer<typeof changeShareInput>;

/** A share as its owner sees it. */
export const share = z.object({
  shareBatchNum: z.string(),
  url: z.string(),
  extractionCode: z.string().nullable(),
  shareTime: z.iso.datetime(),
  endTime: z.iso.datetime().nullable(),
  shareStatus,
  expiredAt: z.iso.datetime().nullable(),
  cancelledAt: z.iso.datetime().nullable(),
  allowDownload: z.boolean(),
  message: z.string().nullable(),
  views: z.int(),
  /** Of files, of archives, and into the drives of visitors. */
  downloads: z.int(),
  downloadLimit: z.int().nullable(),
  /** Those of the downloads that went into drives of visitors. */
  saves: z.int(),
  lastVisitAt: z.iso.datetime().nullable(),
  /** The first 100 shared entries in the order chosen; those purged since are gone. */
  entries: z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(['file', 'folder']) })),
  entryCount: z.int(),
});
export type Share = z.infer<typeof share>;

export const shareListStatus = z.enum(['active', 'expired', 'cancelled']);

/** Newest first, those that end soonest first, or what was seen, downloaded or visited most, or last, first. */
export const shareListSort = z.enum(['newest', 'ending', 'views', 'downloads', 'lastVisit']);

export const listSharesQuery = z.object({
  /** Absent: all of them. */
  status: optional(shareListStatus),
  /** Part of the name of something shared, or of the message; upper and lower case are the same. */
  q: z.string().trim().max(255).default(''),
  sort: withDefault(shareListSort, 'newest'),
  cursor,
  limit: withDefault(pageLength(1_000), 100),
});
export type ListSharesQuery = z.infer<typeof listSharesQuery>;
export type ShareListSort = z.infer<typeof shareListSort>;

export const shareList = z.object({
  items: z.array(share),
  nextCursor: z.string().nullable(),
  total: z.int(),
});
export type ShareList = z.infer<typeof shareList>;

/** The shares that end within a day, soonest first, of which their owner has not said that they know. */
export const endNoticeList = z.object({ items: z.array(share) });
export type EndNoticeList = z.infer<typeof endNoticeList>;

export const shareBatchInput = z.object({
  op: z.literal('cancel'),
  shareBatchNums: z.array(z.string()).min(1).max(1_000),
});
export type ShareBatchInput = z.infer<typeof shareBatchInput>;

export const shareBatchResult = z.object({
  items: z.array(
    z.object({
      shareBatchNum: z.string(),
      ok: z.boolean(),
      error: z.object({ code: errorCode, detail: z.string() }).optional(),
    }),
  ),
});
export type ShareBatchResult = z.infer<typeof shareBatchResult>;

export const unlockInput = z.object({ extractionCode: z.string().min(1).max(32) });
export type UnlockInput = z.infer<typeof unlockInput>;

/** An entry as a visitor sees it: nothing of where it stands in the owner's drive. */
export const sharedEntry = entry.pick({
  id: true,
  kind: true,
  name: true,
  extension: true,
  mimeType: true,
  size: true,
  updatedAt: true,
});
export type SharedEntry = z.infer<typeof sharedEntry>;

/** What a visitor sees of a share once it is open to them. */
export const openShare = z.object({
  shareBatchNum: z.string(),
  ownerName: z.string(),
  shareTime: z.iso.datetime(),
  endTime: z.iso.datetime().nullable(),
  shareStatus,
  allowDownload: z.boolean(),
  /** Every download its owner allowed was taken: from now on it is for looking only. */
  downloadsUsedUp: z.boolean(),
  message: z.string().nullable(),
  /** The first 200 shared entries; the rest by `GET /api/s/:shareBatchNum/entries`. */
  entries: z.array(sharedEntry),
});
export type OpenShare = z.infer<typeof openShare>;

export const sharedFolderQuery = z.object({
  /** Absent: the shared entries themselves. */
  parentId: z.string().optional(),
  cursor,
  limit: withDefault(pageLength(1_000), 200),
});
export type SharedFolderQuery = z.infer<typeof sharedFolderQuery>;

export const sharedEntryList = z.object({
  items: z.array(sharedEntry),
  /** From the shared folder down to the one listed, both included; empty for the shared entries themselves. */
  path: z.array(z.object({ id: z.string(), name: z.string() })),
  nextCursor: z.string().nullable(),
  total: z.int(),
  /** As in the share itself, as it stands now. */
  downloadsUsedUp: z.boolean(),
});
export type SharedEntryList = z.infer<typeof sharedEntryList>;

/** As a search of one's own files, inside the share only. */
export const sharedSearchQuery = searchQuery.pick({
  q: true,
  timeZone: true,
  type: true,
  kind: true,
  page: true,
  cursor: true,
  size: true,
  sort: true,
  order: true,
});
export type SharedSearchQuery = z.infer<typeof sharedSearchQuery>;

export const sharedSearchHit = sharedEntry.extend({
  /** From the shared folder down to the one it stands in, both included; empty for what is shared itself. */
  path: z.array(z.object({ id: z.string(), name: z.string() })),
  highlight: searchHit.shape.highlight,
  matchedBy: searchHit.shape.matchedBy,
});
export type SharedSearchHit = z.infer<typeof sharedSearchHit>;

export const sharedSearchResult = searchResult
  .omit({ pending: true, suggestion: true })
  .extend({ items: z.array(sharedSearchHit) });
export type SharedSearchResult = z.infer<typeof sharedSearchResult>;

/** Without ids: all that is shared. */
export const saveSharedInput = z.object({
  /** A folder of one's own. */
  parentId: z.string().default('root'),
  entryIds: z.array(z.string()).min(1).max(10_000).optional(),
});
export type SaveSharedInput = z.infer<typeof saveSharedInput>;

export const savedEntries = z.object({
  /** The copies, in the order of what was chosen. */
  items: z.array(entry),
});

/** Without ids: all that is shared. */
export const sharedArchiveQuery = archiveQuery.partial();
