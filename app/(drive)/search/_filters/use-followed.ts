'use client';
import { useState } from 'react';

/** What is being typed; it begins anew when what it stands for changes elsewhere (a chip, Back). */
export function useFollowed(outside: string): [string, (typed: string) => void] {
  const [followed, setFollowed] = useState(outside);
  const [typed, setTyped] = useState(outside);
  if (followed !== outside) {
    setFollowed(outside);
    setTyped(outside);
  }
  return [typed, setTyped];
}
