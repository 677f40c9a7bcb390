import { z } from 'zod';
import { cursor, pageLength, withDefault } from './query-fields';

/** What visitors do with a share, as far as its owner is told. */
export const shareAction = z.enum(['opened', 'unlocked', 'wrong_code', 'downloaded', 'archived', 'saved']);
export type ShareAction = z.infer<typeof shareAction>;

export const shareActivityQuery = z.object({
  cursor,
  limit: withDefault(pageLength(200), 50),
});
export type ShareActivityQuery = z.infer<typeof shareActivityQuery>;

export const shareActivityList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      at: z.iso.datetime(),
      action: shareAction,
      /** The same for all that one visitor did with this share; it names nobody. */
      visitor: z.string(),
      entryId: z.string().nullable(),
      /** Null where it was about no single entry, or that one is deleted for good. */
      entryName: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type ShareActivityList = z.infer<typeof shareActivityList>;
