'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { ArrowLeft, Search, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FocusEvent, type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { cn } from './class-names';
import { openHref, searchHref } from './entry/entry-links';
import { cutLine } from './search/cut-line';
import { useRecentSearches } from './search/recent-searches';
import { focusHit } from './search/search-focus';
import { type SuggestionItem, suggestionItems } from './search/suggestion-items';
import { SuggestionPanel } from './search/suggestion-panel';
import { useSuggestions } from './search/use-suggestions';
import { useTypedWords } from './search/use-typed-words';

type InputKeyEvent = KeyboardEvent<HTMLInputElement> & { preventBaseUIHandler(): void };

/**
 * The search box of the header: names as one types, recent searches before that, Enter for the results page, which
 * from then on follows what is typed. `/` leads to it (the shell's key). On phones it takes the whole width while it
 * has the focus.
 */
export function SearchBox() {
  const t = useTranslations('search.box');
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const { typed, setTyped, isLive, showNow, expectAddress } = useTypedWords();
  const [hasFocus, setHasFocus] = useState(false);
  const [wantsPanel, setWantsPanel] = useState(false);
  const { recent, remember, forgetAll } = useRecentSearches();
  // On the results page the results themselves follow what is typed.
  const showsResults = isLive && typed.trim() !== '';
  const { hits, isCurrent } = useSuggestions(typed, wantsPanel && !showsResults);
  const items = showsResults ? [] : suggestionItems(typed, recent, hits);
  const isOpen = wantsPanel && items.length > 0;

  function leave(): void {
    setWantsPanel(false);
    // On phones the box then gives the header back; elsewhere one may go on typing.
    if (window.matchMedia('(max-width: 639.98px)').matches) input.current?.blur();
  }

  function searchFor(line: string): void {
    const words = cutLine(line);
    if (words === '') return;
    remember(words);
    leave();
    if (isLive) {
      showNow(words);
      return;
    }
    setTyped(words);
    expectAddress(words);
    router.push(searchHref(words));
  }

  function choose(item: SuggestionItem): void {
    if (item.type !== 'hit') {
      searchFor(item.words);
      return;
    }
    leave();
    router.push(openHref(item.hit));
  }

  function onKeyDown(event: InputKeyEvent): void {
    if (keepCompositionKeys(event)) return;
    if (event.key === 'ArrowDown' && showsResults && focusHit(0)) {
      event.preventBaseUIHandler();
      event.preventDefault();
      return;
    }
    if (event.key !== 'Escape' || !isOpen) return;
    // The first Escape closes the panel, the next one clears the box.
    event.preventBaseUIHandler();
    event.preventDefault();
    setWantsPanel(false);
  }

  function onBlur(event: FocusEvent<HTMLFormElement>): void {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    // Who goes on from here has found what the words are for; Enter is not needed where results follow by themselves.
    if (showsResults) remember(typed);
    setHasFocus(false);
    setWantsPanel(false);
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    searchFor(typed);
  }

  return (
    <search>
      <form onSubmit={submit} onBlur={onBlur}>
        {/* Base UI adds an input of its own: with two of them Enter submits only where there is a button for it. */}
        <button type="submit" hidden />
        <Autocomplete.Root
          items={items}
          filter={null}
          value={typed}
          onValueChange={setTyped}
          itemToStringValue={(item: SuggestionItem) => item.words}
          inline
          open={isOpen}
          onOpenChange={setWantsPanel}
          openOnInputClick
        >
          <div
            className={cn(
              'relative flex items-center',
              hasFocus &&
                'max-sm:fixed max-sm:inset-x-0 max-sm:top-0 max-sm:z-50 max-sm:h-14 max-sm:gap-1 max-sm:bg-canvas max-sm:px-2',
            )}
          >
            {hasFocus && (
              <button
                type="button"
                aria-label={t('back')}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => input.current?.blur()}
                className="flex size-11 shrink-0 items-center justify-center rounded-control text-ink-soft sm:hidden"
              >
                <ArrowLeft aria-hidden className="size-5" />
              </button>
            )}
            <div className="relative min-w-0 flex-1">
              <Search
                aria-hidden
                className="pointer-events-none absolute top-1/2 left-3.5 size-[18px] -translate-y-1/2 text-ink-faint"
              />
              <Autocomplete.Input
                ref={input}
                name="q"
                data-search-box
                aria-label={t('label')}
                placeholder={t('placeholder')}
                autoComplete="off"
                autoCorrect="off"
                spellCheck={false}
                enterKeyHint="search"
                onFocus={() => {
                  setHasFocus(true);
                  setWantsPanel(true);
                }}
                onKeyDown={onKeyDown}
                // The inline list counts as always expanded otherwise, and an absent one has no id to name.
                aria-expanded={isOpen}
                className="h-10 w-full rounded-full border border-line bg-surface pr-10 pl-10.5 text-sm transition-colors placeholder:text-ink-faint hover:border-line-strong focus-visible:outline-offset-0 pointer-coarse:h-11 pointer-coarse:text-base"
              />
              {typed !== '' && (
                <Autocomplete.Clear
                  aria-label={t('clear')}
                  className="absolute inset-y-0 right-1 my-auto flex size-8 items-center justify-center rounded-full text-ink-faint hover:bg-hover hover:text-ink pointer-coarse:size-10"
                >
                  <X aria-hidden className="size-4" />
                </Autocomplete.Clear>
              )}
            </div>
            {isOpen && (
              <SuggestionPanel
                showsRecent={typed.trim() === ''}
                found={isCurrent ? hits.length : null}
                onChoose={choose}
                onForget={forgetAll}
              />
            )}
          </div>
        </Autocomplete.Root>
      </form>
    </search>
  );
}

/** Enter and arrows that belong to an input method choose its characters, and must not search or move. */
function keepCompositionKeys(event: InputKeyEvent): boolean {
  // 229: Safari ends the composition before it reports the key that ended it.
  if (!event.nativeEvent.isComposing && event.keyCode !== 229) return false;
  event.preventBaseUIHandler();
  if (event.key === 'Enter') event.preventDefault();
  return true;
}
