import { makeRandomCode } from '@/components/share/random-code';
import {
  DEFAULT_LIMIT,
  expiryInput,
  limitInput,
  type ShareSettings,
  toLocalInput,
} from '@/components/share/share-settings';
import type { Share } from '@/contracts/shares';

type ChangeableShare = Pick<
  Share,
  'endTime' | 'extractionCode' | 'allowDownload' | 'downloadLimit' | 'message'
>;

/** What the fields begin with for a share: all as it is, and a new week for one that has ended. */
export function settingsOf(
  share: ChangeableShare,
  { ended, now }: { ended: boolean; now: Date },
): ShareSettings {
  const week = new Date(now.getTime() + 7 * 86_400_000);
  return {
    expiry: ended ? 'week' : 'keep',
    customEnd: toLocalInput(!ended && share.endTime ? new Date(share.endTime) : week),
    codeWanted: share.extractionCode !== null,
    code: share.extractionCode ?? makeRandomCode(),
    allowDownload: share.allowDownload,
    limitWanted: share.downloadLimit !== null,
    limit: share.downloadLimit === null ? DEFAULT_LIMIT : String(share.downloadLimit),
    message: share.message ?? '',
  };
}

/** What differs from the share as it is: a code sent again, even the same, would lock out those who are in. */
export function changeShareBody(share: ChangeableShare, settings: ShareSettings) {
  const code = settings.codeWanted ? settings.code.trim() : null;
  const downloadLimit = limitInput(settings);
  return {
    ...expiryInput(settings),
    ...(code !== share.extractionCode && { extractionCode: code }),
    ...(settings.allowDownload !== share.allowDownload && { allowDownload: settings.allowDownload }),
    ...(downloadLimit !== share.downloadLimit && { downloadLimit }),
    ...(settings.message.trim() !== (share.message ?? '') && { message: settings.message }),
  };
}
