'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { useTranslations } from 'next-intl';
import { type SuggestionItem, suggestionKey } from './suggestion-items';
import { SuggestionLine } from './suggestion-line';

interface SuggestionPanelProps {
  /** What is typed is nothing: the lines are recent searches. */
  showsRecent: boolean;
  /** Hits of what is typed now; null while they are on their way. */
  found: number | null;
  onChoose(item: SuggestionItem): void;
  onForget(): void;
}

/**
 * The panel below the search box; below the header over the whole screen on phones. It stands in the page, not in a
 * portal: Base UI's popup would hide the rest of the page from assistive technology while one types.
 */
export function SuggestionPanel({ showsRecent, found, onChoose, onForget }: SuggestionPanelProps) {
  const t = useTranslations('search.box');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus in the input while the panel is clicked
    <div
      onMouseDown={(event) => event.preventDefault()}
      className="absolute inset-x-0 top-full z-60 mt-1.5 max-h-[min(70dvh,480px)] overflow-y-auto overscroll-contain rounded-card border border-line bg-raised p-1.5 text-ink shadow-mid max-sm:fixed max-sm:top-14 max-sm:bottom-[calc(56px+env(safe-area-inset-bottom))] max-sm:mt-0 max-sm:max-h-none max-sm:rounded-none max-sm:border-x-0 max-sm:border-b-0 max-sm:bg-surface max-sm:shadow-none"
    >
      {showsRecent && (
        <div className="flex items-center justify-between gap-4 px-2.5 pt-1 pb-1">
          <span aria-hidden className="font-medium text-ink-faint text-xs">
            {t('recent')}
          </span>
          <button
            type="button"
            onClick={onForget}
            className="min-h-6 rounded px-1.5 text-accent-text text-xs hover:underline pointer-coarse:min-h-11"
          >
            {t('forget')}
          </button>
        </div>
      )}
      <Autocomplete.Status className="sr-only">
        {!showsRecent && found !== null && t('found', { count: found })}
      </Autocomplete.Status>
      {!showsRecent && found === 0 && <p className="px-2.5 py-2 text-ink-faint">{t('none')}</p>}
      <Autocomplete.List aria-label={t(showsRecent ? 'recent' : 'suggestions')}>
        {(item: SuggestionItem) => (
          <Autocomplete.Item
            key={suggestionKey(item)}
            value={item}
            onClick={() => onChoose(item)}
            className="flex min-h-10 cursor-pointer select-none items-center gap-3 rounded-md px-2.5 py-1.5 text-sm outline-none data-highlighted:bg-hover pointer-coarse:min-h-12 dark:data-highlighted:bg-press"
          >
            <SuggestionLine item={item} />
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
    </div>
  );
}
