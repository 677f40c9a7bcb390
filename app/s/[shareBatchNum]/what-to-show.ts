import { ApiError } from '@/components/call-api';
import type { OpenShare } from '@/contracts/shares';

export type VisitView = 'loading' | 'locked' | 'open' | 'expired' | 'cancelled' | 'unknown' | 'failed';

/**
 * What a visitor sees, by the last answer. `endedUnasked` is the end that passed while the server was out of reach; it
 * counts only as long as it is the end we know.
 */
export function whatToShow(
  share: Pick<OpenShare, 'endTime'> | undefined,
  error: Error | null,
  endedUnasked: string | null,
): VisitView {
  const code = error instanceof ApiError ? error.code : null;
  if (code === 'share_expired') return 'expired';
  if (code === 'share_cancelled') return 'cancelled';
  if (code === 'not_found') return 'unknown';
  if (code === 'code_required' || code === 'code_wrong') return 'locked';
  if (share) return endedUnasked !== null && endedUnasked === share.endTime ? 'expired' : 'open';
  if (error === null) return 'loading';
  return code === 'rate_limited' ? 'locked' : 'failed';
}
