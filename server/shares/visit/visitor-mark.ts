import { createHmac } from 'node:crypto';

const MARK_LENGTH = 16;

/** What a request shows of who sends it. */
export interface VisitorTraits {
  shareBatchNum: string;
  /** Where the request came from, as the nearest proxy says. */
  address: string;
  userAgent: string;
}

/**
 * A mark by which the owner of a share tells its visitors apart without learning who they are: no address can be read
 * out of it, and in another share the same visitor has another mark. The first part keeps this use of the secret
 * apart from every other.
 */
export function visitorMark(secret: string, { shareBatchNum, address, userAgent }: VisitorTraits): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['netdisk share visitor', shareBatchNum, address, userAgent]))
    .digest('hex')
    .slice(0, MARK_LENGTH);
}
