import { type SuggestionItem, suggestionItems, suggestionKey } from '@/components/search/suggestion-items';
import type { SearchHit } from '@/contracts/search';
import { matchActions } from './match-action';
import type { PaletteAction } from './use-palette-actions';

/** A line of the palette. */
export type PaletteItem = { type: 'action'; action: PaletteAction } | SuggestionItem;

export interface PaletteGroup {
  id: 'actions' | 'recent' | 'found';
  items: PaletteItem[];
}

interface Offered {
  actions: PaletteAction[];
  recent: string[];
  hits: SearchHit[];
}

/**
 * The lines for what is typed. Actions are known at once and stand first where they are meant; names follow when they
 * arrive, so that nothing moves away under the one that is highlighted.
 */
export function paletteGroups(typed: string, { actions, recent, hits }: Offered): PaletteGroup[] {
  const isEmpty = typed.trim() === '';
  const matched = matchActions(actions, typed).map((action) => ({ type: 'action' as const, action }));
  const groups: PaletteGroup[] = [
    { id: 'actions', items: matched },
    { id: isEmpty ? 'recent' : 'found', items: suggestionItems(typed, recent, hits) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

export function paletteKey(item: PaletteItem): string {
  return item.type === 'action' ? `action ${item.action.id}` : suggestionKey(item);
}
