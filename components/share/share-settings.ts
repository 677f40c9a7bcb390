import { createShareInput, TEN_YEARS_SECONDS } from '@/contracts/shares';
import { makeRandomCode } from './random-code';

/** `keep` leaves the end of an existing share as it is. */
export type ExpiryPreset = 'keep' | 'hour' | 'day' | 'week' | 'month' | 'custom' | 'never';

const HOUR_SECONDS = 3_600;
const PRESET_SECONDS = {
  hour: HOUR_SECONDS,
  day: 24 * HOUR_SECONDS,
  week: 7 * 24 * HOUR_SECONDS,
  month: 30 * 24 * HOUR_SECONDS,
};

/** What the fields of a share hold while a person edits them. */
export interface ShareSettings {
  expiry: ExpiryPreset;
  /** Date and time as its input holds it: 'YYYY-MM-DDTHH:mm' in the person's time zone. */
  customEnd: string;
  codeWanted: boolean;
  code: string;
  allowDownload: boolean;
  limitWanted: boolean;
  /** The downloads allowed, as typed. */
  limit: string;
  message: string;
}

/** What the field of the limit begins with. */
export const DEFAULT_LIMIT = '10';

/** What a new share begins with. */
export function defaultShareSettings(now: Date): ShareSettings {
  const week = new Date(now.getTime() + PRESET_SECONDS.week * 1_000);
  return {
    expiry: 'week',
    customEnd: toLocalInput(week),
    codeWanted: true,
    code: makeRandomCode(),
    allowDownload: true,
    limitWanted: false,
    limit: DEFAULT_LIMIT,
    message: '',
  };
}

export type ShareProblems = Partial<
  Record<
    'customEnd' | 'code' | 'limit' | 'message',
    'endMissing' | 'endPast' | 'endFar' | 'codeInvalid' | 'limitInvalid' | 'messageLong'
  >
>;

/** What is wrong with the fields; empty when the server will take them. */
export function findShareProblems(settings: ShareSettings, now: Date): ShareProblems {
  const problems: ShareProblems = {};
  if (settings.expiry === 'custom') {
    const end = new Date(settings.customEnd).getTime();
    if (Number.isNaN(end)) problems.customEnd = 'endMissing';
    else if (end <= now.getTime()) problems.customEnd = 'endPast';
    else if (end > now.getTime() + TEN_YEARS_SECONDS * 1_000) problems.customEnd = 'endFar';
  }
  const fields = createShareInput.shape;
  if (settings.codeWanted && !fields.extractionCode.safeParse(settings.code).success) {
    problems.code = 'codeInvalid';
  }
  if (!fields.downloadLimit.safeParse(limitInput(settings)).success) problems.limit = 'limitInvalid';
  if (!fields.message.safeParse(settings.message).success) problems.message = 'messageLong';
  return problems;
}

/** The end as the API takes it. Presets count from the server's now, so a wrong clock here shifts nothing. */
export function expiryInput({ expiry, customEnd }: ShareSettings): {
  endTime?: string | null;
  ttlSeconds?: number;
} {
  if (expiry === 'keep') return {};
  if (expiry === 'never') return { endTime: null };
  if (expiry === 'custom') return { endTime: new Date(customEnd).toISOString() };
  return { ttlSeconds: PRESET_SECONDS[expiry] };
}

/** The limit as the API takes it; null: none. A view-only share needs none. NaN where no whole number was typed. */
export function limitInput({ allowDownload, limitWanted, limit }: ShareSettings): number | null {
  if (!allowDownload || !limitWanted) return null;
  return /^\d+$/.test(limit.trim()) ? Number(limit) : Number.NaN;
}

/** When a share with these settings would end; null for never or not known yet. */
export function plannedEnd({ expiry, customEnd }: ShareSettings, now: Date): Date | null {
  if (expiry === 'keep' || expiry === 'never') return null;
  if (expiry !== 'custom') return new Date(now.getTime() + PRESET_SECONDS[expiry] * 1_000);
  const end = new Date(customEnd);
  return Number.isNaN(end.getTime()) ? null : end;
}

/** A moment as a date-and-time input holds it: in the person's time zone, to the minute. */
export function toLocalInput(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${date}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
