import { z } from 'zod';
import { plainText } from './plain-text';

export const reportReason = z.enum(['illegal', 'malware', 'copyright', 'abuse', 'other']);
export type ReportReason = z.infer<typeof reportReason>;

export const MAX_REPORT_LENGTH = 500;

/** What a visitor finds wrong with a share. A second report of the same visitor replaces the first. */
export const reportShareInput = z.object({
  reason: reportReason,
  text: plainText(MAX_REPORT_LENGTH).default(''),
});
export type ReportShareInput = z.infer<typeof reportShareInput>;

/** A report as an administrator sees it. */
const shareReport = z.object({
  id: z.string(),
  shareBatchNum: z.string(),
  url: z.string(),
  ownerName: z.string(),
  ownerEmail: z.string(),
  reason: reportReason,
  text: z.string(),
  reportedAt: z.iso.datetime(),
});
export type ShareReport = z.infer<typeof shareReport>;

export const shareReportList = z.object({
  /** The first 200 that nobody has looked at, the oldest first. */
  items: z.array(shareReport),
  total: z.int(),
});
export type ShareReportList = z.infer<typeof shareReportList>;

/** `share_cancelled` ends the share for good, and settles every report of it. */
export const resolveReportInput = z.object({ resolution: z.enum(['dismissed', 'share_cancelled']) });
export type ResolveReportInput = z.infer<typeof resolveReportInput>;
