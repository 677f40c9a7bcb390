'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useReducer } from 'react';
import { urlWithQuery } from '@/components/call-api';
import { changeTypedWords, wordsToWrite } from './typed-words';

const RESULTS_PAGE = '/search';
const DEBOUNCE_MS = 180;

/** What is typed into the search box. */
interface TypedWordsOfBox {
  typed: string;
  setTyped(typed: string): void;
  /** The results page is open: it follows what is typed. */
  isLive: boolean;
  /** On the results page: shows the results of some words now, without waiting for a rest. */
  showNow(words: string): void;
  /** Says that the results page of some words is about to open, so that its address leaves what is typed alone. */
  expectAddress(words: string): void;
}

/**
 * What is typed; on the results page it begins with what the address says, and the address follows it after a short
 * rest. It is replaced, not added to the history: Back leads to where one came from.
 */
export function useTypedWords(): TypedWordsOfBox {
  const searched = (useSearchParams().get('q') ?? '').trim();
  const isLive = usePathname() === RESULTS_PAGE;
  const address = isLive ? searched : '';
  const [words, change] = useReducer(changeTypedWords, {
    typed: address,
    inAddress: address,
    onTheWay: [],
  });
  if (words.inAddress !== address) change({ type: 'address', words: address });

  const unwritten = isLive ? wordsToWrite(words) : null;
  useEffect(() => {
    if (unwritten === null) return;
    const timer = setTimeout(() => {
      change({ type: 'write', words: unwritten });
      replaceWords(unwritten);
    }, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [unwritten]);

  return {
    typed: words.typed,
    isLive,
    setTyped: (typed) => change({ type: 'type', typed }),
    showNow(now) {
      change({ type: 'type', typed: now });
      if (wordsToWrite({ ...words, typed: now }) === null) return;
      change({ type: 'write', words: now });
      replaceWords(now);
    },
    expectAddress: (expected) => change({ type: 'write', words: expected }),
  };
}

/** Other words in the same order and number per page, from the first page on. */
function replaceWords(words: string): void {
  const { page: _, ...query } = Object.fromEntries(new URLSearchParams(window.location.search));
  window.history.replaceState(null, '', urlWithQuery(RESULTS_PAGE, { ...query, q: words || undefined }));
}
