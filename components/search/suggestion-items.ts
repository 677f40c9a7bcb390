import type { SearchHit } from '@/contracts/search';

/** A line of the search box's panel. */
export type SuggestionItem =
  | { type: 'recent'; words: string }
  | { type: 'hit'; hit: SearchHit; words: string }
  | { type: 'everything'; words: string };

/** The lines for what is typed: recent searches while that is nothing, else hits and the way to all of them. */
export function suggestionItems(typed: string, recent: string[], hits: SearchHit[]): SuggestionItem[] {
  const words = typed.trim();
  if (words === '') return recent.map((known) => ({ type: 'recent', words: known }));
  return [
    // The input keeps what was typed when a hit is chosen, hence its words.
    ...hits.map((hit) => ({ type: 'hit' as const, hit, words: typed })),
    { type: 'everything', words },
  ];
}

export function suggestionKey(item: SuggestionItem): string {
  return item.type === 'hit' ? item.hit.id : `${item.type} ${item.words}`;
}
