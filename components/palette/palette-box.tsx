'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useState } from 'react';
import { useRecentSearches } from '@/components/search/recent-searches';
import { SuggestionLine } from '@/components/search/suggestion-line';
import { useSuggestions } from '@/components/search/use-suggestions';
import { type PaletteGroup, type PaletteItem, paletteGroups, paletteKey } from './palette-items';
import type { PaletteAction } from './use-palette-actions';

interface PaletteBoxProps {
  actions: PaletteAction[];
  onChoose(item: PaletteItem): void;
}

/** The input of the palette and its lines: arrows walk them while the focus stays in the input, Enter chooses. */
export function PaletteBox({ actions, onChoose }: PaletteBoxProps) {
  const t = useTranslations('common.palette');
  const [typed, setTyped] = useState('');
  const { recent } = useRecentSearches();
  const { hits, isCurrent } = useSuggestions(typed, true);
  const groups = paletteGroups(typed, { actions, recent, hits });
  const found = groups.reduce((count, { items }) => count + items.length, 0);
  return (
    <Autocomplete.Root
      items={groups}
      filter={null}
      value={typed}
      onValueChange={setTyped}
      itemToStringValue={labelOf}
      inline
      open
      autoHighlight="always"
    >
      <div className="relative flex shrink-0 items-center border-line border-b">
        <Search aria-hidden className="pointer-events-none absolute left-4 size-[18px] text-ink-faint" />
        <Autocomplete.Input
          aria-label={t('label')}
          placeholder={t('placeholder')}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          onKeyDown={leaveEscapeToTheDialog}
          className="h-12 w-full bg-transparent pr-4 pl-11.5 text-[15px] outline-none placeholder:text-ink-faint pointer-coarse:h-14 pointer-coarse:text-base"
        />
      </div>
      <Autocomplete.Status className="sr-only">
        {(typed.trim() === '' || isCurrent) && t('count', { count: found })}
      </Autocomplete.Status>
      <Autocomplete.List
        aria-label={t('lines')}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5"
      >
        {(group: PaletteGroup) => (
          <Autocomplete.Group key={group.id} items={group.items}>
            <Autocomplete.GroupLabel className="px-2.5 pt-2 pb-1 font-medium text-ink-faint text-xs">
              {t(`groups.${group.id}`)}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: PaletteItem) => (
                <Autocomplete.Item
                  key={paletteKey(item)}
                  value={item}
                  onClick={() => onChoose(item)}
                  className="flex min-h-10 cursor-pointer select-none items-center gap-3 rounded-md px-2.5 py-1.5 text-sm outline-none data-highlighted:bg-hover pointer-coarse:min-h-12 dark:data-highlighted:bg-press"
                >
                  {item.type === 'action' ? <ActionLine {...item.action} /> : <SuggestionLine item={item} />}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}

function ActionLine({ icon: Icon, label }: PaletteAction) {
  return (
    <>
      <Icon aria-hidden className="size-[18px] shrink-0 text-ink-faint" />
      <span className="truncate">{label}</span>
    </>
  );
}

function labelOf(item: PaletteItem): string {
  return item.type === 'action' ? item.action.label : item.words;
}

/** Escape closes the palette at once, whatever is typed. Other keys belong to an input method while it composes. */
function leaveEscapeToTheDialog(
  event: KeyboardEvent<HTMLInputElement> & { preventBaseUIHandler(): void },
): void {
  // 229: Safari ends the composition before it reports the key that ended it.
  const composes = event.nativeEvent.isComposing || event.keyCode === 229;
  if (event.key === 'Escape' || composes) event.preventBaseUIHandler();
  if (composes) event.stopPropagation();
}
