import type { SearchResult } from '@/contracts/search';

/**
 * With more changes than these the server leaves the index aside and counts no further: MAX_DELTA of
 * server/search/read-delta.ts, which pages must not import.
 */
export const MOST_PENDING = 2_000;

/** Why an answer holds what was found by names alone; null where texts were searched as well. */
export type NamesOnlyReason = 'degraded' | 'behind';

/** Whether, and why, texts were left out of an answer. */
export function namesOnlyReason(answer: Pick<SearchResult, 'degraded' | 'pending'>): NamesOnlyReason | null {
  if (answer.degraded) return 'degraded';
  return answer.pending > MOST_PENDING ? 'behind' : null;
}
