'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { callApi } from '@/components/call-api';
import { queryKeys } from '@/components/query-keys';
import { ownTimeZone } from '@/components/time/own-time-zone';
import { type SearchHit, searchResult } from '@/contracts/search';
import { cutLine } from './cut-line';

const SHOWN = 6;
const DEBOUNCE_MS = 150;

interface Suggestions {
  hits: SearchHit[];
  /** True once the hits are those of what is typed now. */
  isCurrent: boolean;
}

/**
 * The best names for what is typed, asked for after a short rest. Each answer is kept under its own words, so an older
 * one never takes the place of a newer; a request nobody waits for any more is aborted.
 */
export function useSuggestions(typed: string, enabled: boolean): Suggestions {
  const words = cutLine(typed);
  const rested = useRested(words, DEBOUNCE_MS);
  const { data, isPlaceholderData } = useQuery({
    queryKey: [...queryKeys.search, 'suggest', rested],
    queryFn: ({ signal }) =>
      callApi(searchResult, '/api/search', {
        query: { q: rested, size: SHOWN, timeZone: ownTimeZone() },
        signal,
      }),
    enabled: enabled && rested !== '',
    placeholderData: keepPreviousData,
  });
  return {
    hits: words === '' || rested === '' ? [] : (data?.items ?? []),
    isCurrent: words === rested && data !== undefined && !isPlaceholderData,
  };
}

/** A value once it has not changed for a while. */
function useRested<T>(value: T, milliseconds: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return rested;
}
