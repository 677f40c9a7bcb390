'use client';
import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { cn } from '@/components/class-names';
import { inputClasses } from '@/components/ui/text-field';

interface SearchAsYouTypeProps {
  label: string;
  clearLabel: string;
  /** What is searched for now; the owner of the address says so. */
  words: string;
  onSearch(words: string): void;
}

const PAUSE_MS = 200;

/** What is typed. It follows the address only where something else changed that: a folder was opened, or Back. */
function useTyped(words: string, sent: string): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(words);
  const [followed, setFollowed] = useState(words);
  if (followed !== words) {
    setFollowed(words);
    if (words !== sent) setTyped(words);
  }
  return [typed, setTyped];
}

/** Searches as one types; what an input method has not finished is not searched for. */
export function SearchAsYouType({ label, clearLabel, words, onSearch }: SearchAsYouTypeProps) {
  const [sent, setSent] = useState(words);
  const [typed, setTyped] = useTyped(words, sent);
  const [isComposing, setComposing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isComposing || typed.trim() === words) return;
    const timer = setTimeout(() => {
      setSent(typed.trim());
      onSearch(typed.trim());
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, isComposing, words, onSearch]);

  function clear(): void {
    setTyped('');
    setSent('');
    onSearch('');
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
