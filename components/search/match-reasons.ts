import type { MatchKind } from '@/contracts/search';

/** Why a hit is there, beside words that its name holds as they were typed: those one sees. */
export function matchReasons(matchedBy: readonly MatchKind[]): Exclude<MatchKind, 'name'>[] {
  return matchedBy.filter((kind) => kind !== 'name');
}
