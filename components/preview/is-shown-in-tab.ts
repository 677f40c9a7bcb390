import { isShownByBrowsers } from '@/contracts/media-types';

/**
 * Whether the bytes of such a file, opened in a tab of their own, are something to look at: under the sandbox in which
 * they are sent, browsers do not play them.
 */
export function isShownInTab(mimeType: string): boolean {
  return isShownByBrowsers(mimeType) && !/^(?:audio|video)\//i.test(mimeType);
}
