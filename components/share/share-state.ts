import type { Share } from '@/contracts/shares';

export type ShareState = 'active' | 'expired' | 'cancelled';

/** What a share is at a moment: past its end it has expired, whether or not the server has said so yet. */
export function shareState(
  share: Pick<Share, 'cancelledAt' | 'shareStatus' | 'endTime'>,
  nowMs: number,
): ShareState {
  if (share.cancelledAt !== null) return 'cancelled';
  if (share.shareStatus === 1) return 'expired';
  return share.endTime !== null && Date.parse(share.endTime) <= nowMs ? 'expired' : 'active';
}
