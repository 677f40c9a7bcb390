import { z } from 'zod';
import { entry } from './entries';

/** Seed names: 0 active, 1 expired. */
export const shareStatus = z.union([z.literal(0), z.literal(1)]);

export const TEN_YEARS_SECONDS = 315_360_000;

export const createShareInput = z.object({
  entryIds: z.array(z.string()).min(1).max(10_000),
  /** ISO 8601 with a zone; null or absent: never. */
  endTime: z.iso.datetime({ offset: true }).nullish(),
  ttlSeconds: z.int().min(1).max(TEN_YEARS_SECONDS).optional(),
  /** true: make one of four unambiguous characters. */
  extractionCode: z.union([z.string().min(4).max(32), z.literal(true)]).optional(),
  allowDownload: z.boolean().default(true),
});
export type CreateShareInput = z.infer<typeof createShareInput>;

export const changeShareInput = z.object({
  endTime: z.iso.datetime({ offset: true }).nullish(),
  extractionCode: z.union([z.string().min(4).max(32), z.literal(true)]).nullish(),
  allowDownload: z.boolean().optional(),
});
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
  views: z.int(),
  downloads: z.int(),
  entries: z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(['file', 'folder']) })),
});
export type Share = z.infer<typeof share>;

export const listSharesQuery = z.object({
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});
export type ListSharesQuery = z.infer<typeof listSharesQuery>;

export const shareList = z.object({
  items: z.array(share),
  nextCursor: z.string().nullable(),
  total: z.int(),
});
export type ShareList = z.infer<typeof shareList>;

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
  entries: z.array(sharedEntry),
});
export type OpenShare = z.infer<typeof openShare>;

export const sharedFolderQuery = z.object({
  /** Absent: the shared entries themselves. */
  parentId: z.string().optional(),
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
});
export type SharedFolderQuery = z.infer<typeof sharedFolderQuery>;

export const sharedEntryList = z.object({
  items: z.array(sharedEntry),
  path: z.array(z.object({ id: z.string(), name: z.string() })),
  nextCursor: z.string().nullable(),
  total: z.int(),
});
export type SharedEntryList = z.infer<typeof sharedEntryList>;
