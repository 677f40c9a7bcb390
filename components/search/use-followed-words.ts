'use client';
import { useEffect, useReducer } from 'react';
import { changeTypedWords, wordsToWrite } from './typed-words';

const DEBOUNCE_MS = 180;

interface FollowedWords {
  typed: string;
  setTyped(typed: string): void;
  /** Writes some words into the address now, without waiting for a rest. */
  writeNow(typed: string): void;
  /** Says that an address with these words is about to come, so that it leaves what is typed alone. */
  expectAddress(words: string): void;
}

/**
 * What is typed into a box whose words stand in the address. It begins with them; the address follows it after a short
 * rest, and it follows the address where something else changed that: a link, a filter, Back.
 * @param write puts words into the address; null while it must not: an input method composes, or it is another page.
 */
export function useFollowedWords(address: string, write: ((words: string) => void) | null): FollowedWords {
  const [words, change] = useReducer(changeTypedWords, { typed: address, inAddress: address, onTheWay: [] });
  if (words.inAddress !== address) change({ type: 'address', words: address });

  const unwritten = write && wordsToWrite(words);
  useEffect(() => {
    if (write === null || unwritten === null) return;
    const timer = setTimeout(() => {
      change({ type: 'write', words: unwritten });
      write(unwritten);
    }, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [unwritten, write]);

  return {
    typed: words.typed,
    setTyped: (typed) => change({ type: 'type', typed }),
    writeNow(typed) {
      change({ type: 'type', typed });
      const now = wordsToWrite({ ...words, typed });
      if (write === null || now === null) return;
      change({ type: 'write', words: now });
      write(now);
    },
    expectAddress: (expected) => change({ type: 'write', words: expected }),
  };
}
