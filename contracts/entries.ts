import { z } from 'zod';
import { cursor, pageLength, withDefault } from './query-fields';

/** How a taken name is met. `rename` gives 'a (1).txt'; `replace` keeps the entry and changes its bytes. */
export const onConflict = z.enum(['fail', 'rename', 'replace']);
export type OnConflict = z.infer<typeof onConflict>;

export const entryKind = z.enum(['file', 'folder']);
export type EntryKind = z.infer<typeof entryKind>;

/** A folder on the way from the root (left out) down to an entry (left out). */
export const pathPart = z.object({ id: z.string(), name: z.string() });
export type PathPart = z.infer<typeof pathPart>;

/** A file or folder as the API shows it. `size` in bytes, times ISO 8601 UTC. */
export const entry = z.object({
  id: z.string(),
  /** 'root' for what stands at the top. */
  parentId: z.string(),
  kind: entryKind,
  name: z.string(),
  /** Lower case, without the dot; '' for folders. */
  extension: z.string(),
  mimeType: z.string(),
  size: z.int(),
  sha256: z.string().nullable(),
  revision: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  trashedAt: z.iso.datetime().nullable(),
  starred: z.boolean(),
  path: z.array(pathPart),
  /** True when the search index shows this revision. */
  indexed: z.boolean(),
});
export type Entry = z.infer<typeof entry>;

export const listFolderQuery = z.object({
  parentId: z.string().default('root'),
  sort: withDefault(z.enum(['name', 'size', 'updatedAt', 'kind']), 'name'),
  order: withDefault(z.enum(['asc', 'desc']), 'asc'),
  cursor,
  limit: withDefault(pageLength(1_000), 200),
});
export type ListFolderQuery = z.infer<typeof listFolderQuery>;

export const entryList = z.object({
  items: z.array(entry),
  nextCursor: z.string().nullable(),
  total: z.int(),
});
export type EntryList = z.infer<typeof entryList>;

export const createEntryInput = z.object({
  kind: entryKind,
  name: z.string(),
  parentId: z.string().default('root'),
  onConflict: onConflict.exclude(['replace']).default('fail'),
});
export type CreateEntryInput = z.infer<typeof createEntryInput>;

export const uploadFileQuery = z.object({
  parentId: z.string().default('root'),
  name: z.string(),
  onConflict: onConflict.default('fail'),
});
export type UploadFileQuery = z.infer<typeof uploadFileQuery>;

export const changeEntryInput = z
  .object({
    name: z.string().optional(),
    parentId: z.string().optional(),
    starred: z.boolean().optional(),
    onConflict: onConflict.exclude(['replace']).default('fail'),
  })
  .refine(({ name, parentId, starred }) => [name, parentId, starred].some((value) => value !== undefined), {
    path: ['name'],
    message: 'Give a new name, a new parentId, or starred.',
  });
export type ChangeEntryInput = z.infer<typeof changeEntryInput>;

export const entryParams = z.object({ entryId: z.string() });

/** `permanent`: past the recycle bin. */
export const deleteEntryQuery = z.object({ permanent: z.enum(['true', 'false']).default('false') });

/**
 * `download`: have it saved, never shown. `as=text`: the letters of a text, as plain text, 1 MiB at most.
 * `as=thumbnail`: a small WebP of a picture, `not_found` until it is made.
 */
export const contentQuery = z.object({
  download: z.enum(['0', '1']).default('0'),
  as: z.enum(['file', 'text', 'thumbnail']).default('file'),
});

/** A request line has room for so many ids; more are chosen by the folder they stand in. */
export const MAX_ARCHIVE_IDS = 300;

/** The entries of an archive: ids with commas between them. */
export const archiveQuery = z.object({
  ids: z
    .string()
    .min(1)
    .refine((ids) => splitIds(ids).length <= MAX_ARCHIVE_IDS, `Name ${MAX_ARCHIVE_IDS} entries at most.`),
});

export function splitIds(ids: string): string[] {
  return ids.split(',');
}

export const batchInput = z
  .object({
    op: z.enum(['move', 'copy', 'trash', 'restore', 'purge']),
    ids: z.array(z.string()).min(1).max(10_000),
    parentId: z.string().optional(),
    onConflict: onConflict.exclude(['replace']).default('rename'),
  })
  .refine((input) => !['move', 'copy'].includes(input.op) || input.parentId !== undefined, {
    path: ['parentId'],
    message: "Say where to: 'move' and 'copy' need the id of a folder.",
  });
export type BatchInput = z.infer<typeof batchInput>;

export const batchResult = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      ok: z.boolean(),
      entry: entry.optional(),
      error: z.object({ code: z.string(), detail: z.string() }).optional(),
    }),
  ),
});
export type BatchResult = z.infer<typeof batchResult>;

export const recycleBinEntry = entry.extend({ trashedAt: z.iso.datetime(), deleteBatchNum: z.string() });
export type RecycleBinEntry = z.infer<typeof recycleBinEntry>;

export const recycleBinQuery = z.object({
  cursor,
  limit: withDefault(pageLength(1_000), 200),
});
export type RecycleBinQuery = z.infer<typeof recycleBinQuery>;

export const recycleBinList = z.object({
  items: z.array(recycleBinEntry),
  nextCursor: z.string().nullable(),
  total: z.int(),
});
export type RecycleBinList = z.infer<typeof recycleBinList>;
