'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { urlWithQuery } from '@/components/call-api';
import { useFollowedWords } from './use-followed-words';

const RESULTS_PAGE = '/search';

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
 * The text of the search box. On the results page it begins with what the address says, which follows it after a short
 * pause; the entry in the history is replaced, so that Back leads to the page before the search.
 */
export function useTypedWords(): TypedWordsOfBox {
  const searched = (useSearchParams().get('q') ?? '').trim();
  const isLive = usePathname() === RESULTS_PAGE;
  const { writeNow, ...words } = useFollowedWords(isLive ? searched : '', isLive ? replaceWords : null);
  return { ...words, isLive, showNow: writeNow };
}

/** Other words in the same order and number per page, from the first page on. */
function replaceWords(words: string): void {
  const { page: _, ...query } = Object.fromEntries(new URLSearchParams(window.location.search));
  window.history.replaceState(null, '', urlWithQuery(RESULTS_PAGE, { ...query, q: words || undefined }));
}
