import 'server-only';
import type { Services } from '@/server/services';
import type { ShareVisit } from '@/server/shares/share-access';
import { UNLOCK_SECONDS } from '@/server/shares/visit/unlock-proof';
import { visitorMark } from '@/server/shares/visit/visitor-mark';
import { clientAddress, isSecure, readCookies } from './cookies';

/** What a request shows of the visitor: the share's number in the path, and the cookie that unlocking left. */
export function readShareVisit(
  { config }: Services,
  requestHeaders: Headers,
  shareBatchNum: string,
): ShareVisit {
  return {
    shareBatchNum,
    unlockProof: readCookies(requestHeaders)[unlockCookieName(shareBatchNum)],
    sessionSecret: config.sessionSecret,
    visitor: readVisitor(config.sessionSecret, requestHeaders, shareBatchNum),
  };
}

/** The mark of whoever sends this request. */
export function readVisitor(sessionSecret: string, requestHeaders: Headers, shareBatchNum: string): string {
  const address = clientAddress(requestHeaders);
  const userAgent = requestHeaders.get('user-agent') ?? '';
  return visitorMark(sessionSecret, { shareBatchNum, address, userAgent });
}

/**
 * The unlock cookie as Set-Cookie lines: one for the share's API and one for its page, for a cookie has one path.
 * No script reads it, no other share sees it.
 */
export function unlockCookies(
  { config }: Services,
  requestHeaders: Headers,
  shareBatchNum: string,
  proof: string,
): string[] {
  const secure = isSecure(requestHeaders, config.publicUrl) ? '; Secure' : '';
  return [`/api/s/${shareBatchNum}`, `/s/${shareBatchNum}`].map(
    (path) =>
      `${unlockCookieName(shareBatchNum)}=${proof}; Path=${path}; Max-Age=${UNLOCK_SECONDS}; HttpOnly; SameSite=Lax${secure}`,
  );
}

function unlockCookieName(shareBatchNum: string): string {
  return `netdisk-share-${shareBatchNum}`;
}
