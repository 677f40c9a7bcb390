'use client';
import { Search, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { cn } from '@/components/class-names';
import { inputClasses } from '@/components/ui/text-field';
import { useFollowedWords } from './use-followed-words';

interface SearchAsYouTypeProps {
  label: string;
  clearLabel: string;
  /** What is searched for now; the owner of the address says so. */
  words: string;
  onSearch(words: string): void;
}

/** Searches as one types; what an input method has not finished is not searched for. */
export function SearchAsYouType({ label, clearLabel, words, onSearch }: SearchAsYouTypeProps) {
  const [isComposing, setComposing] = useState(false);
  const { typed, setTyped, writeNow } = useFollowedWords(words, isComposing ? null : onSearch);
  const input = useRef<HTMLInputElement>(null);

  function clear(): void {
    writeNow('');
    input.current?.focus();
  }

  return (
    <search className="relative flex w-full sm:w-64">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
      />
      <input
        ref={input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') clear();
        }}
        className={cn(inputClasses, 'pr-10 pl-9')}
      />
      {typed !== '' && (
        <button
          type="button"
          aria-label={clearLabel}
          onClick={clear}
          className="absolute inset-y-0 right-1 my-auto flex size-8 items-center justify-center rounded-full text-ink-faint hover:bg-hover hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </search>
  );
}
