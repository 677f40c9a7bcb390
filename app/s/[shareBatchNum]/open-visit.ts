import { ApiError, callApi, callApiForNothing } from '@/components/call-api';
import { type OpenShare, openShare, sharedEntryList } from '@/contracts/shares';

/** Where the API of a share begins. */
export function shareApiPath(shareBatchNum: string): string {
  return `/api/s/${encodeURIComponent(shareBatchNum)}`;
}

/** Where the bytes of a shared file are. */
export function sharedContentPath(shareBatchNum: string, entryId: string): string {
  return `${shareApiPath(shareBatchNum)}/entries/${encodeURIComponent(entryId)}/content`;
}

/** Trades an extraction code for the cookie that opens the share. @throws {ApiError} `code_wrong`, `rate_limited`, … */
export async function unlockVisit(shareBatchNum: string, extractionCode: string): Promise<void> {
  const path = `${shareApiPath(shareBatchNum)}/unlock`;
  await callApiForNothing(path, { method: 'POST', body: { extractionCode } });
}

/** Opens a share; where it is locked, by the code that came in the link. @throws {ApiError} why it stays closed. */
export async function openVisit(
  shareBatchNum: string,
  linkCode: string | null,
  signal: AbortSignal,
): Promise<OpenShare> {
  const open = () => callApi(openShare, shareApiPath(shareBatchNum), { signal });
  try {
    return await open();
  } catch (error) {
    const isLocked = error instanceof ApiError && error.code === 'code_required';
    if (!isLocked || linkCode === null) throw error;
  }
  await unlockVisit(shareBatchNum, linkCode);
  return open();
}

/** Whether the share itself has closed, rather than one request failed. */
export function isClosed(error: Error | null): boolean {
  return (
    error instanceof ApiError && ['share_expired', 'share_cancelled', 'code_required'].includes(error.code)
  );
}

/**
 * Asks in the background whether a share still holds, and calls `recheck` where it does not, or where its downloads
 * are used up by now: a refused download shows nothing of its reason by itself.
 */
export function checkShare(
  share: Pick<OpenShare, 'shareBatchNum' | 'downloadsUsedUp'>,
  recheck: () => void,
): void {
  const path = `${shareApiPath(share.shareBatchNum)}/entries`;
  callApi(sharedEntryList, path, { query: { limit: 1 } }).then(({ downloadsUsedUp }) => {
    if (downloadsUsedUp !== share.downloadsUsedUp) recheck();
  }, recheck);
}
