import { MOST_PENDING, type SearchResult } from '@/contracts/search';

/** Why an answer holds what was found by names alone; null where texts were searched as well. */
export type NamesOnlyReason = 'degraded' | 'behind';

/** Whether, and why, texts were left out of an answer. */
export function namesOnlyReason(answer: Pick<SearchResult, 'degraded' | 'pending'>): NamesOnlyReason | null {
  if (answer.degraded) return 'degraded';
  return answer.pending > MOST_PENDING ? 'behind' : null;
}
